/** The style of the page: no font, image or address from elsewhere; light and dark as the reader has it, and printable. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --fg: #1d2125; --dim: #59636e; --bg: #fff; --line: #d1d9e0; --bad: #b3261e; --bad-bg: #fdeceb; --unsure: #7a5200; --unsure-bg: #fff5db; --good: #1a6b2b; --good-bg: #e7f6ea; --none-bg: #eef0f2; }
@media (prefers-color-scheme: dark) { :root { --fg: #e6e9ec; --dim: #9aa4af; --bg: #14171a; --line: #3a424a; --bad: #ff9c94; --bad-bg: #43201e; --unsure: #f2c76b; --unsure-bg: #3b2f12; --good: #8fdc9e; --good-bg: #17351e; --none-bg: #272c31; } }
body { margin: 0 auto; padding: 2rem 1rem 3rem; max-width: 72rem; font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", sans-serif; color: var(--fg); background: var(--bg); }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .5rem; }
.lead { font-size: 1.15rem; margin: 0 0 .5rem; }
.counts { display: flex; flex-wrap: wrap; gap: .5rem; list-style: none; padding: 0; margin: 1rem 0 1.5rem; }
.counts li { padding: .25rem .75rem; border-radius: 1rem; background: var(--none-bg); }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; color: var(--dim); padding-bottom: .5rem; }
th, td { text-align: left; vertical-align: top; padding: .6rem .75rem; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
thead th { border-top: 0; color: var(--dim); font-weight: 600; }
thead th:nth-child(2) { width: 13%; }
thead th:nth-child(n + 3) { width: 19%; }
tbody th { font-weight: 600; }
small, .none { color: var(--dim); font-weight: 400; }
.chip { display: inline-block; padding: .05rem .6rem; border-radius: 1rem; font-weight: 600; background: var(--none-bg); overflow-wrap: normal; }
.plaintext .chip, .failing .chip, .counts .plaintext, .counts .failing { color: var(--bad); background: var(--bad-bg); }
.inconclusive .chip, .waived .chip, .warned .chip, .counts .inconclusive, .counts .waived, .counts .warned { color: var(--unsure); background: var(--unsure-bg); }
.secure .chip, .counts .secure { color: var(--good); background: var(--good-bg); }
details { font-weight: 400; margin-top: .25rem; }
summary { cursor: pointer; color: var(--dim); font-size: .9rem; }
details ul { margin: .5rem 0 0; padding-left: 1.1rem; font-size: .9rem; }
details li { margin-bottom: .5rem; }
code { font-size: .85em; background: var(--none-bg); padding: .1em .3em; border-radius: .25rem; }
footer { margin-top: 2rem; color: var(--dim); font-size: .9rem; }
@media (max-width: 40rem) { thead { display: none; } tr { display: block; border-top: 1px solid var(--line); padding: .5rem 0; } th, td { display: block; border: 0; padding: .15rem 0; } td[data-service]::before { content: attr(data-service) ": "; color: var(--dim); } }
`;
