// What reading may cost, whatever files say. Where one of these is met, the value is not known, and that is the reason.

/** Values that one expression can have: rows of a map, branches of conditionals. */
export const maxOptions = 60;
/** Parts of a list or a map that is a setting. */
export const maxSettingParts = 2000;

/**
 * Characters of a text that is put together: no version, name or script is longer. A variable that holds another one twice,
 * thirty times over, is longer than any memory.
 */
export const maxTextLength = 64 * 1024;
/** Pieces of such a text: of as many, nobody asks where one is written. */
export const maxPieces = 1000;
/** Parts that a text is split into. */
export const maxTextParts = 2000;
/** Texts that a template with several values in it comes to. */
export const maxTexts = 500;
/** Rows of a map or a list that a loop goes through. */
export const maxRows = 500;
/** Rows that are looked at where the key is not known. */
export const maxPossibleRows = 5000;
/** Names that a value is passed on through: each keeps the list of those before it. */
export const maxUses = 100;
/** Parts of one value, more than code writes. A part that is there twice counts twice, though it is kept once. */
export const maxValueParts = 200_000;
/** Lists in lists: functions that walk over a value go so deep at most. */
export const maxValueDepth = 60;
/** Expressions that are evaluated for one unit of Terraform or Packer, and inside each other. */
export const maxOfCode = { steps: 300_000, depth: 150 };
/** Nodes that are followed for one value of a template, and functions inside each other. */
export const maxOfTemplateValue = { steps: 5_000, depth: 60 };
/** Nodes that are followed for all values of a template and its nested stacks. */
export const maxOfTemplate = { steps: 500_000, depth: Infinity };
/** Nodes of one value of any other document, and variables that lead to each other. */
export const maxOfDocumentValue = { steps: 2000, depth: 20 };
/** Variables of a script that lead to each other. */
export const maxShellDepth = 30;
/** Words that the variables of one script stand for. */
export const maxExpandedWords = 50_000;
/** Assignments of one name that decisions of a script choose among. */
export const maxChoices = 60;
/** Variables of the Serverless Framework in one text. */
export const maxServiceVariables = 20;
/** Decisions of a deployment that together choose a version. */
export const maxDecisions = 3;
/** Ways in which a template can be deployed. */
export const maxWays = 50;
/** Files of parameters for one template. */
export const maxParameterFiles = 50;
/** Parts of an address at the end that are looked for, and folders above the caller to look from. */
export const maxAddressParts = 6;
/** Ways of a text template to write one resource. */
export const maxAlternatives = 5;
/** Stacks that one template nests: as many as it may have resources (AWS's quota), and room for theirs. */
export const maxStacks = 1000;
/** Functions and names that lead to a text: a script, a manifest. */
export const maxTextDepth = 12;
/** Images that one file of settings chooses; a table of those that there are has more. */
export const maxChosenImages = 1000;
/** Instances that `for_each` makes one by one. */
export const maxInstances = 100;
/** Modules inside each other: more than anybody nests, and short enough for a stack. */
export const maxModuleDepth = 50;
/** Modules that one folder calls, each of its calls by itself: 200 calls of a module that calls three more, and room. */
export const maxModules = 2000;
/** Resources that the calls and keys of one folder or template make, beside those that it writes itself. */
export const maxMade = 10_000;
/** Folders between a module and its files of variables. */
export const maxVariableFolders = 3;
/** Files of variables that stand for an environment each. */
export const maxEnvironments = 40;
/** Scripts and pipelines that may give values to the variables of one module. */
export const maxGivingFiles = 100;
/** Maps and lists around a version. */
export const maxPinDepth = 8;
/** Versions in one value. */
export const maxPins = 500;
/** Modules inside each other in a plan or a state. */
export const maxShownDepth = 20;
/** Maps and lists around the name of an image. */
export const maxImageDepth = 6;
/** Images that one argument can name. */
export const maxNamedImages = 10;
/** Nested blocks of one type. */
export const maxBlocks = 200;
/** Scripts that are texts of scripts. */
export const maxScriptDepth = 3;
