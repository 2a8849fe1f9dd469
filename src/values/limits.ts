// Maximum numbers for evaluation, whatever files contain. If one is exceeded, the value is unknown for that reason.

/** Values of one expression: rows of a map, branches of conditionals. */
export const maxOptions = 60;
/** Parts of a list or a map that is a setting. */
export const maxSettingParts = 2000;

/**
 * Characters of an assembled text: no version, name or script is longer. A variable that contains another one twice,
 * thirty times over, exceeds any memory.
 */
export const maxTextLength = 64 * 1024;
/** Pieces of such a text. */
export const maxPieces = 1000;
/** Parts of a split text. */
export const maxTextParts = 2000;
/** Texts that a template with several values evaluates to. */
export const maxTexts = 500;
/** Rows of a map or a list in a loop. */
export const maxRows = 500;
/** Rows that an unknown key may select. */
export const maxPossibleRows = 5000;
/** Names that pass on a value. Each keeps the list of the previous ones. */
export const maxUses = 100;
/** Parts of one value; real code has fewer. A shared part counts every time, though it is stored once. */
export const maxValueParts = 200_000;
/** Depth of nested lists, for functions that recurse over a value. */
export const maxValueDepth = 60;
/** Evaluated expressions (`steps`) of one unit of Terraform or Packer, and the depth of their nesting. */
export const codeLimits = { steps: 300_000, depth: 150 };
/** Visited nodes (`steps`) of one value of a template, and the depth of nested functions. */
export const maxOfTemplateValue = { steps: 5_000, depth: 60 };
/** Nodes visited for all values of a template and its nested stacks. */
export const maxOfTemplate = { steps: 500_000, depth: Infinity };
/** Visited nodes (`steps`) of one value of any other document, and the depth of chained variables. */
export const maxOfDocumentValue = { steps: 2000, depth: 20 };
/** Chained variables of a script. */
export const maxShellDepth = 30;
/** Words that the variables of one script expand to. */
export const maxExpandedWords = 50_000;
/** Assignments of one name that decisions of a script choose from. */
export const maxChoices = 60;
/** Variables of the Serverless Framework in one text. */
export const maxServiceVariables = 20;
/** Decisions at deployment that select a version together. */
export const maxDecisions = 3;
/** Combinations of decisions of a template. */
export const maxVariants = 50;
/** Files of parameters for one template. */
export const maxParameterFiles = 50;
/** Trailing parts of an address to search for, and folders above the caller to search from. */
export const maxAddressParts = 6;
/** Variants of one resource in a text template. */
export const maxAlternatives = 5;
/** Stacks nested in one template, at any depth: twice AWS's quota for the resources of a template. */
export const maxStacks = 1000;
/** Functions and names between a use and its text: a script, a manifest. */
export const maxTextDepth = 12;
/** Images that one settings file chooses; a larger table lists all existing ones. */
export const maxChosenImages = 1000;
/** Instances that `for_each` creates individually. */
export const maxInstances = 100;
/** Nested modules: more than in real code, and shallow enough for the stack. */
export const maxModuleDepth = 50;
/** Module calls from one folder, including nested ones: 200 calls of a module that calls three more are 800. */
export const maxModules = 2000;
/** Resources created by the calls and keys of one folder or template, beside those written directly. */
export const maxCreatedResources = 10_000;
/** Folders between a module and its files of variables. */
export const maxVariableFolders = 3;
/** Environments of one module, each with its own file of variables. */
export const maxEnvironments = 40;
/** Scripts and pipelines that may set the variables of one module. */
export const maxPassingFiles = 100;
/** Depth of maps and lists around a version. */
export const maxPinDepth = 8;
/** Versions in one value. */
export const maxPins = 500;
/** Nested modules in a plan or a state. */
export const maxShownDepth = 20;
/** Depth of maps and lists around the name of an image. */
export const maxImageDepth = 6;
/** Images that one argument can name. */
export const maxNamedImages = 10;
/** Nested blocks of one type. */
export const maxBlocks = 200;
/** Nested scripts within scripts. */
export const maxScriptDepth = 3;
