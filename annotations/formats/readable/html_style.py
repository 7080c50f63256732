"""How exported pages look: in light and dark, in colour and without, on screen and on paper."""

STYLE = """\
:root { color-scheme: light dark; --ink: #1b1b1b; --paper: #fdfdfb; --faint: #5c5c5c;
  --name: #dbe9ff; --quote: #fff2c9; --figure: #ffdcd6; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8e6e1; --paper: #17181a; --faint: #a5a5a5;
    --name: #1f3a5f; --quote: #4a3d12; --figure: #5c2620; } }
body { color: var(--ink); background: var(--paper); font: 1.06rem/1.75 Georgia, serif;
  max-width: 42rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: break-word; }
h1 { line-height: 1.2; }
h2 { font-size: 1.1rem; margin-top: 2rem; }
.text { white-space: pre-wrap; unicode-bidi: plaintext; text-align: start; }
mark, q { color: inherit; border-radius: .15em; box-decoration-break: clone;
  -webkit-box-decoration-break: clone; }
q { quotes: none; }
q::before, q::after { content: none; }
.name { background: var(--name); text-decoration: underline; text-underline-offset: .2em; }
.quote { background: var(--quote); border-bottom: 1px dotted; }
.figure { background: var(--figure); border: 1px solid; font-weight: bold; }
[data-label]::before { content: attr(data-label) "\\a0"; font: bold .6em sans-serif;
  color: var(--faint); vertical-align: super; display: inline-block; text-decoration: none; }
dl, table, .legend { font-size: .9rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1em 1em; }
dt { font-weight: bold; }
dd { margin: 0; min-width: 0; white-space: pre-wrap; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: start; vertical-align: top; padding: .2em .8em .2em 0;
  border-bottom: 1px solid var(--faint); }
article + article { border-top: 3px double; margin-top: 3rem; }
@media print {
  :root { --ink: #000; --paper: #fff; --faint: #444; }
  body { max-width: none; margin: 0; font-size: 11pt; }
  .name, .quote, .figure { background: none; }
  dl, table, .legend { font-size: 8.5pt; line-height: 1.35; }
  h1, h2 { break-after: avoid; }
  tr, dd { break-inside: avoid; }
  article + article { break-before: page; border: 0; }
}
"""
