/** Style of HTML documents: light and dark on a screen, black on white on paper. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1b1f24; --soft: #57606a; --line: #d0d7de; --paper: #fff; --panel: #f6f8fa;
  --fixed: #1a7f37; --stays: #eac54f; --open: #8c959f; --extended: #bc4c00; --year3: #a40e26; --link: #0550ae; --on: #fff; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --soft: #9da7b3; --line: #3d444d; --paper: #0d1117;
  --panel: #161b22; --fixed: #3fb950; --stays: #6e5a1f; --open: #57606a; --extended: #db6d28; --year3: #f85149; --link: #79c0ff; --on: #0d1117; } }
@media (prefers-contrast: more) { :root { --soft: var(--ink); --line: var(--ink); } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 24px; max-width: 820px; font: 15px/1.5 system-ui, "Hiragino Sans", "Noto Sans CJK JP", sans-serif;
  color: var(--ink); background: var(--paper); }
h1 { font-size: 24px; line-height: 1.25; margin: 0 0 4px; }
h2 { font-size: 17px; margin: 26px 0 8px; padding-bottom: 4px; border-bottom: 1px solid var(--line); break-after: avoid; }
p { margin: 8px 0; }
a { color: var(--link); }
.soft { color: var(--soft); }
#approve { background: var(--panel); border: 1px solid var(--line); border-radius: 6px; padding: 4px 16px 14px; }
#approve h2 { margin-top: 10px; border: 0; }
.fields { display: flex; gap: 24px; margin: 18px 0 4px; }
.fields span { flex: 1; border-top: 1px solid var(--ink); padding-top: 2px; font-size: 13px; margin-top: 26px; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 13px; }
th, td { text-align: left; padding: 4px 10px 4px 0; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
th { white-space: nowrap; overflow-wrap: normal; }
.date { white-space: nowrap; }
@media (max-width: 760px) { table { font-size: 12px; } th { white-space: normal; } td { overflow-wrap: break-word; } }
pre { background: var(--panel); border: 1px solid var(--line); border-radius: 6px; padding: 8px 12px; overflow-x: auto; }
code { font: 13px/1.45 ui-monospace, Menlo, Consolas, monospace; overflow-wrap: anywhere; }
blockquote { margin: 8px 0; padding-left: 12px; border-left: 4px solid var(--line); }
h3 { font-size: 15px; margin: 18px 0 4px; break-after: avoid; }
ul, ol { margin: 8px 0; padding-left: 20px; }
li { margin: 3px 0; break-inside: avoid; }
body:has(#only-upstream:checked) :is(tbody tr:has(> td:nth-last-child(2):empty), table:not(:has(td:nth-last-child(2):not(:empty)))) {
  display: none; }
.bug b { font-weight: 600; }
.bug small { display: block; color: var(--soft); font-size: 13px; }
svg { width: 100%; height: auto; margin: 6px 0; font-size: 13px; break-inside: avoid; }
svg text { fill: var(--ink); } svg .small { font-size: 11px; } svg .strong { font-weight: 600; } svg .on { fill: var(--on); }
.fixed, .standard { fill: var(--fixed); } .stays { fill: var(--stays); stroke: var(--soft); stroke-width: .5; }
.undetermined { fill: var(--open); }
.extended { fill: var(--extended); } .year3 { fill: var(--year3); }
.year { stroke: var(--line); } .today { stroke: var(--ink); stroke-width: 1.5; stroke-dasharray: 4 3; }
@media print { :root { color-scheme: light; --ink: #000; --soft: #333; --line: #999; --paper: #fff; --panel: #fff; --fixed: #1a7f37;
  --stays: #eac54f; --open: #8c959f; --extended: #bc4c00; --year3: #a40e26; --link: #000; --on: #fff; }
  @page { size: A4; margin: 14mm; } body { padding: 0; max-width: none; font-size: 9.5pt; line-height: 1.4; } h1 { font-size: 16pt; } h2 { margin: 12px 0 4px; font-size: 11.5pt; }
  li { margin: 1px 0; } .bug small, table { font-size: 8.5pt; }
  #runs { break-before: page; } .filter { display: none; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
`;
