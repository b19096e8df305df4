/** Light and dark by the system's wish, from 390 pixels up. */
export const INSPECTOR_STYLE = `
:root { color-scheme: light dark; --back: light-dark(#f6f7f9, #14161a); --card: light-dark(#fff, #1d2026);
  --line: light-dark(#dfe3e8, #33383f); --text: light-dark(#1a1d21, #eceef1); --soft: light-dark(#59636e, #a2abb6);
  --good: light-dark(#1a7f37, #4cc26a); --warn: light-dark(#7d5300, #e0b03a); --bad: light-dark(#cf222e, #ff7b72);
  --tint: light-dark(#eef2f7, #272c34); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--back); color: var(--text); font: 15px/1.45 system-ui, sans-serif; }
main { max-width: 1080px; margin: 0 auto; padding: 16px; display: grid; gap: 12px; }
header { display: flex; flex-wrap: wrap; gap: 4px 16px; align-items: baseline; }
h1 { font-size: 20px; margin: 0; } h2 { font-size: 13px; margin: 0 0 4px; color: var(--soft); font-weight: 600; }
#news { color: var(--soft); margin: 0; } #news.lost { color: var(--bad); }
.room { background: var(--card); border: 1px solid var(--line); border-radius: 10px; min-width: 0; }
.room summary { padding: 12px 14px; cursor: pointer; overflow-wrap: anywhere; }
.room summary strong { font-size: 16px; margin-inline-end: 8px; }
.room .body { padding: 0 14px 14px; display: grid; gap: 14px; }
.tag { display: inline-block; padding: 0 8px; margin: 2px 4px 2px 0; border-radius: 99px; background: var(--tint);
  color: var(--soft); font-size: 13px; line-height: 22px; }
.good { color: var(--good); } .warn { color: var(--warn); } .bad { color: var(--bad); }
ul, ol { list-style: none; margin: 0; padding: 0; }
.people { display: grid; gap: 8px; grid-template-columns: repeat(auto-fill, minmax(min(100%, 380px), 1fr)); }
.people > li { border: 1px solid var(--line); border-radius: 8px; padding: 8px 10px; overflow-wrap: anywhere; }
.people small { color: var(--soft); }
.people .gone { color: var(--soft); }
.controls { display: grid; gap: 6px; margin-block-start: 8px; } [hidden] { display: none !important; }
.row { display: flex; gap: 4px 8px; align-items: baseline; } .row-title { flex: 0 0 72px; color: var(--soft); font-size: 13px; }
.row-buttons { display: flex; flex: 1; flex-wrap: wrap; gap: 4px; min-width: 0; }
button, input { font: inherit; font-size: 13px; line-height: 20px; padding: 3px 10px; border: 1px solid var(--line);
  border-radius: 6px; background: var(--card); color: var(--text); }
button { cursor: pointer; } button:hover { background: var(--tint); } input { flex: 1; min-width: 0; border-color: var(--soft); }
input::placeholder { color: var(--soft); }
.answer { margin: 6px 0 0; font-size: 13px; color: var(--good); } .answer:empty { margin: 0; } .answer.bad { color: var(--bad); }
.messages { font: 13px/1.6 ui-monospace, monospace; max-height: 320px; overflow: auto; border: 1px solid var(--line);
  border-radius: 8px; padding: 6px 10px; overflow-wrap: anywhere; }
.messages time { color: var(--soft); margin-inline-end: 8px; }
:focus-visible { outline: 2px solid var(--good); outline-offset: 2px; }
.empty { color: var(--soft); padding: 24px; text-align: center; border: 1px dashed var(--line); border-radius: 10px; }
`
