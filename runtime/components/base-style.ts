import { placeholderStyle } from './placeholder-look.ts';

/** How elements look before a program styles them. Specificity is kept at zero, so that every rule of a program wins. */
export const baseStyle = `
:host { display: block; position: absolute; inset: 0; color: #000; font: 16px/1.4 -apple-system, "Helvetica Neue", Roboto, "Noto Sans", "PingFang SC", sans-serif; -webkit-text-size-adjust: none; }
*, ::before, ::after { box-sizing: border-box; -webkit-tap-highlight-color: transparent; }
:where(a-page) { display: block; min-height: 100%; position: relative; user-select: none; overflow-wrap: break-word; }
:where(a-view, a-cover-view, a-form, a-checkbox-group, a-radio-group, a-navigator, a-movable-area, a-rich-text, a-picker, a-scroll-view, a-swiper, a-swiper-item, a-picker-view, a-picker-view-column, a-page-container, a-share-element, a-web-view, a-header, a-footer, a-section, a-article, a-main, a-nav, a-div, a-p, a-h1, a-h2, a-h3, a-ul, a-ol, a-li) { display: block; }
:where(a-text) { white-space: pre-wrap; }
:where(.a-selectable) { user-select: text; }
:where(.a-text-lines) { display: -webkit-box; -webkit-box-orient: vertical; overflow: hidden; }
:where([hidden]) { display: none !important; }
:where([a-still]) { touch-action: none; }
:where(.a-penetrable) { pointer-events: none; }
:where(a-page-meta) { display: none; }
.a-refresh { position: absolute; left: 0; right: 0; top: 0; display: flex; align-items: center; justify-content: center; gap: 8px; height: 48px; background: var(--a-background-top, transparent); color: #888; font-size: 13px; }
.a-refresh-spinner { width: 18px; height: 18px; border: 2px solid currentColor; border-right-color: transparent; border-radius: 50%; animation: a-spin 0.8s linear infinite; }
:where(a-page-container) { position: fixed; inset: 0; }
:where(.a-page-container-overlay) { position: absolute; inset: 0; background: rgba(0, 0, 0, 0.5); opacity: 0; transition: opacity var(--a-duration, 300ms); }
:where(.a-page-container-content) { position: absolute; left: 0; right: 0; bottom: 0; max-height: 100%; overflow: auto; background: #fff; transform: translateY(100%); transition: transform var(--a-duration, 300ms), opacity var(--a-duration, 300ms); }
:where(.a-page-container-top > .a-page-container-content) { top: 0; bottom: auto; transform: translateY(-100%); }
:where(.a-page-container-right > .a-page-container-content) { top: 0; left: auto; transform: translateX(100%); }
:where(.a-page-container-center > .a-page-container-content) { top: 50%; bottom: auto; transform: translateY(-50%); opacity: 0; }
:where(.a-page-container-in > .a-page-container-overlay) { opacity: 1; }
:where(.a-page-container-in > .a-page-container-content) { transform: none; opacity: 1; }
:where(.a-page-container-in.a-page-container-center > .a-page-container-content) { transform: translateY(-50%); }
:where(.a-page-container-round.a-page-container-bottom > .a-page-container-content) { border-radius: 12px 12px 0 0; }
:where(.a-page-container-round.a-page-container-top > .a-page-container-content) { border-radius: 0 0 12px 12px; }
:where(.a-page-container-round.a-page-container-center > .a-page-container-content) { border-radius: 12px; }
:where(a-image, a-cover-image) { display: inline-block; width: 300px; height: 225px; overflow: hidden; position: relative; }
:where(.a-image-picture) { display: block; width: 100%; height: 100%; border-radius: inherit; }
:where(.a-image-width-fix) { height: auto; } :where(.a-image-width-fix > .a-image-picture) { height: auto; }
:where(.a-image-height-fix) { width: auto; } :where(.a-image-height-fix > .a-image-picture) { width: auto; }
:where(a-icon) { display: inline-block; line-height: 0; }
.a-icon-turning { animation: a-spin 0.8s linear infinite; }
:where(a-button) { display: block; position: relative; padding: 0 14px; border: 1px solid #eee; border-radius: 6px; background: #fff; color: #000; font-size: 18px; line-height: 46px; text-align: center; cursor: pointer; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
:where(.a-button-primary) { background: #1677ff; border-color: #1677ff; color: #fff; }
:where(.a-button-warn) { background: #ff3b30; border-color: #ff3b30; color: #fff; }
:where(.a-button-ghost) { background: transparent; color: #1677ff; border-color: #1677ff; }
:where(.a-button-plain) { background: transparent; border-color: #333; color: #333; }
:where(.a-button-plain.a-button-primary) { border-color: #1677ff; color: #1677ff; }
:where(.a-button-mini) { display: inline-block; padding: 0 9px; font-size: 13px; line-height: 28px; }
:where(.a-button-hover) { opacity: 0.8; }
:where(.a-button-disabled) { opacity: 0.4; cursor: default; }
:where(.a-button-spinner) { display: inline-block; width: 1em; height: 1em; margin-right: 6px; vertical-align: -0.15em; border: 2px solid currentColor; border-right-color: transparent; border-radius: 50%; animation: a-spin 0.8s linear infinite; }
:where(.a-navigator-hover) { background: rgba(0, 0, 0, 0.1); opacity: 0.7; }
:where(a-input) { display: block; height: 1.6em; padding: 0; overflow: hidden; background: #fff; }
:where(a-textarea) { display: block; position: relative; width: 300px; height: 150px; background: #fff; }
:where(.a-field) { display: block; width: 100%; height: 100%; min-height: 1.4em; margin: 0; padding: 0; border: 0; outline: 0; background: transparent; color: inherit; font: inherit; letter-spacing: inherit; text-align: inherit; resize: none; user-select: text; }
:where(.a-textarea-auto) { height: auto; }
:where(.a-field)::placeholder { ${placeholderStyle} }
:where(.a-textarea-count) { position: absolute; right: 4px; bottom: 2px; color: #999; font-size: 12px; }
:where(a-label) { display: inline; cursor: pointer; }
:where(a-checkbox, a-radio) { display: inline-block; vertical-align: middle; line-height: 0; cursor: pointer; }
:where(.a-choice-box) { display: inline-block; position: relative; width: 22px; height: 22px; border: 1px solid #ccc; background: #fff; }
:where(.a-checkbox-box, .a-radio-box) { border-radius: 50%; }
:where(.a-checked > .a-choice-box) { border-color: var(--a-choice, #1677ff); background: var(--a-choice, #1677ff); }
:where(.a-checked > .a-choice-box)::after { content: ""; position: absolute; left: 7px; top: 3px; width: 5px; height: 10px; border: solid #fff; border-width: 0 2px 2px 0; transform: rotate(45deg); }
:where([aria-disabled="true"] > .a-choice-box) { opacity: 0.4; }
:where(a-switch) { display: inline-block; position: relative; width: 51px; height: 31px; border-radius: 16px; background: #e5e5e5; vertical-align: middle; cursor: pointer; transition: background 0.2s; }
:where(a-switch.a-checked) { background: var(--a-choice, #1677ff); }
:where(a-switch.a-disabled) { opacity: 0.4; }
:where(.a-switch-thumb) { position: absolute; left: 2px; top: 2px; width: 27px; height: 27px; border-radius: 50%; background: #fff; box-shadow: 0 2px 4px rgba(0, 0, 0, 0.2); transition: transform 0.2s; }
:where(.a-checked > .a-switch-thumb) { transform: translateX(20px); }
:where(a-slider) { display: flex; align-items: center; gap: 14px; margin: 10px 18px; padding: 9px 0; }
:where(.a-slider-track) { position: relative; flex: 1; height: var(--a-slider-size, 4px); border-radius: 4px; background: var(--a-slider-track, #ddd); cursor: pointer; touch-action: none; }
:where(a-slider[aria-disabled="true"]) { opacity: 0.4; }
:where(.a-slider-bar) { height: 100%; border-radius: inherit; background: var(--a-slider-active, #1677ff); }
:where(.a-slider-handle) { position: absolute; top: 50%; width: var(--a-slider-handle-size, 22px); height: var(--a-slider-handle-size, 22px); margin: calc(var(--a-slider-handle-size, 22px) / -2); border-radius: 50%; background: var(--a-slider-handle, #fff); box-shadow: 0 0 4px rgba(0, 0, 0, 0.3); }
:where(.a-slider-value) { min-width: 2em; color: #888; font-size: 14px; }
:where(a-progress) { display: flex; align-items: center; gap: 8px; }
:where(.a-progress-track) { flex: 1; overflow: hidden; border-radius: 100px; background: #ddd; }
:where(.a-progress-bar) { height: 100%; background: #1677ff; }
:where(.a-progress-moving) { transition: width 0.6s; }
:where(.a-progress-info) { font-size: 14px; }
:where(a-scroll-view) { position: relative; scrollbar-width: none; -webkit-overflow-scrolling: touch; }
:where(a-swiper) { position: relative; overflow: hidden; }
:where(.a-swiper-space) { height: 150px; max-height: 100%; }
:where(.a-swiper-track) { position: absolute; inset: 0; }
:where(.a-swiper-track > *) { position: absolute; inset: 0; overflow: hidden; }
:where(.a-swiper-dots) { position: absolute; left: 0; right: 0; bottom: 8px; display: flex; justify-content: center; gap: 8px; pointer-events: none; }
:where(.a-swiper-dot) { width: 7px; height: 7px; border-radius: 50%; background: rgba(0, 0, 0, 0.3); }
:where(.a-swiper-dot-active) { background: #000; }
:where(a-movable-area) { position: relative; width: 10px; height: 10px; }
:where(a-movable-area.a-scale-area) { touch-action: none; }
:where(a-movable-view) { display: block; position: absolute; left: 0; top: 0; width: 10px; height: 10px; touch-action: none; }
:where(a-picker-view) { position: relative; display: flex; height: 175px; overflow: hidden; }
:where(a-picker-view-column) { flex: 1; height: 100%; overflow-y: scroll; scroll-snap-type: y mandatory; scrollbar-width: none; text-align: center; }
:where(a-picker-view-column)::before, :where(a-picker-view-column)::after { content: ""; display: block; height: calc(50% - 17px); }
:where(a-picker-view-column > *) { scroll-snap-align: center; min-height: 34px; line-height: 34px; overflow: hidden; }
:where(.a-picker-mask) { position: absolute; inset: 0; z-index: 1; pointer-events: none; background: linear-gradient(rgba(255, 255, 255, 0.9), rgba(255, 255, 255, 0.4) 40%, transparent 40%, transparent 60%, rgba(255, 255, 255, 0.4) 60%, rgba(255, 255, 255, 0.9)); }
:where(.a-picker-indicator) { position: absolute; left: 0; right: 0; top: 50%; z-index: 1; height: 34px; transform: translateY(-50%); border: solid #ddd; border-width: 1px 0; pointer-events: none; }
:where(a-canvas) { display: inline-block; width: 300px; height: 225px; position: relative; }
:where(.a-canvas-surface) { display: block; width: 100%; height: 100%; }
:where(a-web-view) { position: absolute; inset: 0; }
:where(.a-web-view-frame) { width: 100%; height: 100%; border: 0; background: #fff; }
:where(.a-placeholder) { display: flex; align-items: center; justify-content: center; min-width: 120px; min-height: 120px; background: repeating-linear-gradient(45deg, #eef1f4 0 8px, #e4e8ec 8px 16px); color: #556; }
:where(.a-placeholder-text) { padding: 4px 8px; border-radius: 4px; background: rgba(255, 255, 255, 0.85); font-size: 12px; text-align: center; }
:where(a-span, a-a, a-b, a-i, a-em, a-strong, a-small) { display: inline; }
:where(:focus-visible) { outline: 2px solid #1677ff; outline-offset: 1px; }
@keyframes a-spin { to { transform: rotate(360deg); } }
`;
