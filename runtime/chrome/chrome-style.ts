/** The phone around the page: bars, dialogs, sheets, toasts. */
export const chromeStyle = `
:root { color-scheme: light; --sheet: #fff; --sheet-text: #000; --sheet-quiet: #666; --sheet-line: rgba(0, 0, 0, 0.12); --accent: #1677ff; }
:root[data-scheme="dark"] { color-scheme: dark; --sheet: #2a2a2c; --sheet-text: #fff; --sheet-quiet: #aaa; --sheet-line: rgba(255, 255, 255, 0.16); --accent: #4c9aff; }
* { box-sizing: border-box; -webkit-tap-highlight-color: transparent; }
html, body { margin: 0; height: 100%; overflow: hidden; background: #f5f5f5; font: 16px/1.4 -apple-system, "Helvetica Neue", Roboto, "Noto Sans", "PingFang SC", sans-serif; }
[hidden] { display: none !important; }
button { margin: 0; padding: 0; border: 0; background: none; color: inherit; font: inherit; cursor: pointer; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: -2px; }
.phone { position: fixed; inset: 0; display: flex; flex-direction: column; overflow: hidden; }
.title-bar { position: relative; z-index: 2; flex: none; isolation: isolate; }
.title-bar::before { content: ""; position: absolute; inset: 0; z-index: -1; background: var(--background, #fff); opacity: var(--opacity, 1); }
.title-bar.floating { position: absolute; left: 0; right: 0; top: 0; }
.title-bar.piercing, .title-bar.piercing .bar-title { pointer-events: none; }
.title-bar.piercing .capsule, .title-bar.piercing .bar-leading { pointer-events: auto; }
.status-bar { display: flex; align-items: center; justify-content: space-between; height: var(--status-bar, 24px); padding: 0 20px; font-size: 14px; font-weight: 600; }
.status-signs { display: flex; gap: 4px; align-items: center; }
.bar { display: flex; align-items: center; gap: 4px; height: var(--bar, 48px); padding: 0 8px; }
.bar-leading { display: flex; }
.bar-button { display: grid; place-items: center; width: 32px; height: 40px; }
.bar-title { flex: 1; min-width: 0; display: flex; align-items: center; gap: 6px; padding: 0 8px; font-size: 17px; font-weight: 600; cursor: default; }
.bar-text { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.bar-option { width: 22px; height: 22px; object-fit: contain; }
.bar-image { max-height: 30px; max-width: 100%; }
.capsule { display: flex; align-items: center; height: 30px; border: 1px solid color-mix(in srgb, currentColor 25%, transparent); border-radius: 15px; background: rgba(128, 128, 128, 0.08); }
.capsule-button { display: grid; place-items: center; width: 42px; height: 28px; }
.capsule-line { width: 1px; height: 16px; background: color-mix(in srgb, currentColor 25%, transparent); }
.viewport { position: relative; flex: 1; min-height: 0; overflow: hidden; transform: translateZ(0); background: #fff; }
.no-page { position: absolute; inset: 0; display: grid; place-items: center; padding: 24px; color: #666; text-align: center; }
.tab-bar { flex: none; display: flex; padding-bottom: var(--safe-bottom, 0); border-top: 1px solid rgba(0, 0, 0, 0.1); }
.tab { position: relative; flex: 1; display: flex; flex-direction: column; align-items: center; justify-content: center; gap: 2px; height: 50px; font-size: 11px; }
.tab-icon { width: 24px; height: 24px; object-fit: contain; }
.tab-dot { position: absolute; top: 6px; left: calc(50% + 12px); width: 8px; height: 8px; border-radius: 50%; background: #ff3b30; }
.tab-badge { position: absolute; top: 3px; left: calc(50% + 6px); min-width: 16px; padding: 0 4px; border-radius: 8px; background: #ff3b30; color: #fff; font-size: 11px; line-height: 16px; text-align: center; }
.overlays { position: absolute; inset: 0; z-index: 10; pointer-events: none; }
.overlays > * { pointer-events: auto; }
.toast-layer { position: absolute; inset: 0; display: grid; place-items: center; pointer-events: none; z-index: 2; }
.toast-layer.toast-blocks { pointer-events: auto; }
.toast { max-width: 70%; padding: 14px 18px; border-radius: 8px; background: rgba(0, 0, 0, 0.76); color: #fff; font-size: 15px; text-align: center; overflow-wrap: anywhere; }
.toast-sign { font-size: 30px; line-height: 1.2; }
.spinner { display: inline-block; width: 18px; height: 18px; border: 2px solid currentColor; border-right-color: transparent; border-radius: 50%; animation: spin 0.8s linear infinite; }
.dialog-layer { position: absolute; inset: 0; display: grid; place-items: center; background: rgba(0, 0, 0, 0.45); }
.dialog { width: min(80%, 320px); max-height: 85%; overflow: auto; border-radius: 12px; background: var(--sheet); color: var(--sheet-text); text-align: center; }
.dialog-title { padding: 20px 16px 0; font-size: 18px; font-weight: 600; overflow-wrap: anywhere; }
.dialog-content { padding: 12px 16px 20px; font-size: 15px; color: var(--sheet-quiet); white-space: pre-wrap; overflow-wrap: anywhere; }
.dialog-field { display: block; width: 100%; margin-top: 10px; padding: 8px; border: 1px solid var(--sheet-line); border-radius: 6px; background: transparent; color: var(--sheet-text); font: inherit; }
.dialog-buttons { display: flex; flex-wrap: wrap; border-top: 1px solid var(--sheet-line); }
.dialog-button { flex: 1 1 40%; min-height: 48px; padding: 0 8px; font-size: 17px; border-left: 1px solid var(--sheet-line); }
.dialog-button:first-child { border-left: 0; }
.dialog-primary { color: var(--accent); font-weight: 600; }
.sheet { position: absolute; left: 0; right: 0; bottom: 0; max-height: 80%; overflow: auto; padding-bottom: var(--safe-bottom, 0); border-radius: 12px 12px 0 0; background: var(--sheet); color: var(--sheet-text); }
.sheet-title { padding: 14px; color: var(--sheet-quiet); font-size: 13px; text-align: center; }
.sheet-item { display: block; width: 100%; min-height: 52px; padding: 8px 16px; border-top: 1px solid var(--sheet-line); font-size: 17px; }
.sheet-destructive { color: #ff3b30; }
.sheet-selected { color: var(--accent); }
.sheet-cancel { border-top: 6px solid var(--sheet-line); }
.wheel-head { display: flex; align-items: center; justify-content: space-between; height: 48px; border-bottom: 1px solid var(--sheet-line); }
.wheel-button { padding: 0 16px; height: 100%; color: var(--sheet-quiet); }
.wheel-done { color: var(--accent); }
.wheel-title { font-weight: 600; }
.wheel-body { position: relative; display: flex; height: 216px; overflow: hidden; }
.wheel-column { flex: 1; height: 100%; overflow-y: scroll; scroll-snap-type: y mandatory; scrollbar-width: none; text-align: center; }
.wheel-space { height: 90px; }
.wheel-item { height: 36px; line-height: 36px; scroll-snap-align: center; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.wheel-window { position: absolute; left: 0; right: 0; top: 90px; height: 36px; border: solid var(--sheet-line); border-width: 1px 0; pointer-events: none; }
.picture-preview { position: absolute; inset: 0; display: grid; place-items: center; background: #000; }
.picture-preview img { max-width: 100%; max-height: 100%; }
.finding-mark { position: absolute; z-index: 14; border: 1px dashed #d32f2f; border-radius: 4px; pointer-events: none; }
.finding-cut-text { border-color: #b26a00; }
.finding-note { position: absolute; right: 0; bottom: calc(100% + 2px); padding: 1px 6px; border-radius: 4px; background: #b3261e; color: #fff; font-size: 11px; font-weight: 600; line-height: 16px; white-space: nowrap; }
.finding-cut-text .finding-note { background: #7a5200; }
.finding-top .finding-note { bottom: auto; top: calc(100% + 2px); }
.highlight { position: absolute; z-index: 15; border: 2px solid #1677ff; background: rgba(22, 119, 255, 0.18); pointer-events: none; }
.ended { position: absolute; inset: 0; z-index: 20; display: grid; place-items: center; padding: 24px; background: rgba(20, 20, 22, 0.92); color: #fff; text-align: center; white-space: pre-wrap; }
@keyframes spin { to { transform: rotate(360deg); } }
@media (prefers-reduced-motion: reduce) { .spinner { animation-duration: 3s; } }
`;
