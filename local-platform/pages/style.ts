/** The look of the sign-in pages, in both colour schemes. */
export const pageStyle = `
:root{color-scheme:light dark;--bg:#f5f6f8;--card:#fff;--line:#cdd2d9;--control:#858c97;--tx:#15181d;--tx2:#444b56;--ink:#1b1f26;--ink-tx:#fff;--focus:#1d56c9;--hover:#edeff3}
@media (prefers-color-scheme:dark){:root{--bg:#0e1013;--card:#1f2329;--line:#363c45;--control:#6a727e;--tx:#e7e9ec;--tx2:#b1b7c0;--ink:#e7e9ec;--ink-tx:#0e1013;--focus:#9dbdff;--hover:#252a31}}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;display:grid;place-items:center;padding:24px;background:var(--bg);color:var(--tx);font:14px/20px Inter,system-ui,-apple-system,"Segoe UI","Noto Sans",sans-serif}
main{width:100%;max-width:440px;padding:32px;border-radius:12px;background:var(--card);border:1px solid var(--line)}
h1{margin:12px 0 8px;font-size:22px;line-height:28px;font-weight:600;letter-spacing:-.015em}
p{margin:0 0 16px;color:var(--tx2)}
.brand{display:flex;align-items:center;gap:8px;margin:0;font-size:13px;color:var(--tx2)}
.brand em{font-style:normal;font-size:11px;padding:0 6px;border:1px dashed var(--control);border-radius:999px}
.mark{width:14px;height:14px;border-radius:4px;border:3px solid currentColor}
ul{margin:0 0 16px;padding:0 0 0 20px;color:var(--tx2)}
li{margin:4px 0}
h2{margin:16px 0 4px;font-size:14px;line-height:20px;font-weight:600}
form{display:flex;flex-direction:column;gap:8px;margin:16px 0 0}
.row{display:flex;gap:8px}.row button{flex:1}
button{min-height:36px;padding:7px 14px;border-radius:8px;border:1px solid var(--control);background:transparent;color:var(--tx);font:inherit;font-weight:500;cursor:pointer}
button:hover{background:var(--hover)}
button.primary{border-color:var(--ink);background:var(--ink);color:var(--ink-tx)}
button.account{padding:12px 14px;text-align:start;display:block;width:100%}
button.account span{display:block;font-weight:400;color:var(--tx2);font-size:13px}
:focus-visible{outline:2px solid var(--focus);outline-offset:2px}
`;
