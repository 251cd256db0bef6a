/** The card's whole style: it stands in a closed shadow root and takes nothing from the site. */
export const CARD_CSS = `
:host { all: initial !important; }
.card {
  --ink: #1b2330; --muted: #55617a; --line: #dfe4ec; --paper: #fff; --accent: #3a4fb8; --weigh: #b08900; --soft: #f4f6fa;
  color-scheme: light; scrollbar-color: var(--muted) var(--paper);
  position: fixed; inset: auto; margin: 0; box-sizing: border-box; inline-size: min(360px, calc(100vw - 12px));
  max-block-size: min(70vh, 560px); overflow: auto; overscroll-behavior: contain; padding: 14px;
  border: 1px solid var(--line); border-radius: 12px; background: var(--paper); color: var(--ink);
  box-shadow: 0 8px 28px #1b233030; font: 13.5px/1.45 system-ui, "Segoe UI", "Noto Sans", "Vazirmatn", sans-serif; text-align: start;
}
.card.dark { --ink: #e8ecf3; --muted: #9aa6b8; --line: #2c3543; --paper: #141a22; --accent: #9fb0ff; --weigh: #f2d479; --soft: #1b232e; box-shadow: 0 8px 28px #000a; color-scheme: dark; }
.card:focus { outline: none; }
section + section { border-block-start: 1px solid var(--line); margin-block-start: 12px; padding-block-start: 12px; }
header { display: flex; gap: 10px; padding-inline-end: 26px; }
.icon { flex: none; inline-size: 28px; block-size: 28px; display: grid; place-items: center; border: 1px solid; border-radius: 8px; color: var(--accent); }
.alleged, .disputed { border-style: dashed; } .look-alike { border-style: dotted; color: var(--muted); }
svg { inline-size: 16px; block-size: 16px; fill: none; stroke: currentColor; stroke-width: 1.6; stroke-linecap: round; stroke-linejoin: round; }
h2 { margin: 0; font-size: 15px; line-height: 1.3; } h3 { margin: 0; font-size: 12px; font-weight: 600; color: var(--muted); }
p { margin: 0; overflow-wrap: anywhere; } .muted { color: var(--muted); font-size: 12.5px; } .name { font-weight: 600; font-size: 13px; }
.claim, .note { margin-block-start: 10px; } .claim + .claim { border-block-start: 1px solid var(--line); padding-block-start: 10px; }
.aside { border-inline-start: 3px solid var(--line); padding-inline-start: 9px; margin-block-start: 8px; font-size: 12.5px; } .aside.weigh { border-color: var(--weigh); }
.aside p + p:not(.muted) { margin-block-start: 4px; } .label { color: var(--muted); } .aside p.label + p { margin: 0; }
.done { font-weight: 600; } .done, .close + p { padding-inline-end: 26px; }
dl { display: flex; flex-wrap: wrap; gap: 2px 10px; margin: 4px 0 0; font-size: 12px; } dl div { display: flex; gap: 4px; }
dt { color: var(--muted); } dd { margin: 0; font-weight: 600; }
.acts { display: flex; flex-wrap: wrap; gap: 4px 14px; margin-block: 10px 6px; }
a, .acts button { color: var(--accent); } a { overflow-wrap: anywhere; }
.acts a, .acts button { all: unset; display: inline-block; min-block-size: 24px; line-height: 24px; cursor: pointer; color: var(--accent); font-size: 13px; }
.acts a:hover, .acts button:hover { text-decoration: underline; }
.close { all: unset; position: absolute; inset-block-start: 8px; inset-inline-end: 8px; inline-size: 26px; block-size: 26px; text-align: center; font-size: 18px; line-height: 26px; border-radius: 6px; cursor: pointer; color: var(--muted); }
.close:hover { background: var(--soft); }
a:focus-visible, button:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
@media (forced-colors: active) { .card { border-color: CanvasText; } }
@media print { .card { display: none; } }
`;
