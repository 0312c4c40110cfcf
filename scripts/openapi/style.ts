// The style of the API reference, for light and dark, wide and narrow screens.
export const style = `
:root{color-scheme:light dark;--ground:light-dark(#fbfaf8,#141416);--card:light-dark(#fff,#1c1c20);--line:light-dark(#e6e2dc,#303036);--text:light-dark(#1d1b19,#ecebe8);--soft:light-dark(#6b655d,#a29d95);--accent:light-dark(#c2410c,#fb923c);--code:light-dark(#f4f1ec,#26262b)}
*{box-sizing:border-box}html{scroll-behavior:smooth;scroll-padding-top:1rem}
body{margin:0;display:grid;grid-template-columns:15rem minmax(0,1fr);background:var(--ground);color:var(--text);font:16px/1.55 "Inter Variable",Inter,system-ui,sans-serif}
nav{position:sticky;top:0;height:100vh;overflow:auto;padding:1.5rem 1rem;border-right:1px solid var(--line);display:flex;flex-direction:column;gap:.1rem}
nav a{color:var(--soft);text-decoration:none;padding:.3rem .6rem;border-radius:.5rem;display:flex;justify-content:space-between;text-transform:capitalize}
nav a:hover{background:var(--code);color:var(--text)}nav a span{font-variant-numeric:tabular-nums;opacity:.6}nav .home{color:var(--text);font-weight:650;margin-bottom:.8rem}
main{padding:2.5rem clamp(1rem,4vw,3.5rem) 6rem;max-width:76rem}h1{font-size:2rem;letter-spacing:-.02em;margin:0 0 1rem}h2{margin:3rem 0 .8rem;text-transform:capitalize;letter-spacing:-.01em}h4{margin:1.4rem 0 .5rem;font-size:.8rem;text-transform:uppercase;letter-spacing:.06em;color:var(--soft)}
p{margin:.4rem 0;max-width:70ch}a{color:var(--accent)}
details{background:var(--card);border:1px solid var(--line);border-radius:.7rem;margin:.45rem 0}summary{cursor:pointer;list-style:none;display:flex;flex-wrap:wrap;gap:.2rem .8rem;align-items:baseline;padding:.65rem .9rem}summary::-webkit-details-marker{display:none}
summary:focus-visible,a:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:.6rem}details[open]>summary{border-bottom:1px solid var(--line)}
.what{color:var(--soft);font-size:.93rem}summary i{font-style:normal;color:var(--accent)}.inside{padding:.6rem 1rem 1.2rem}
.method{font:600 .72rem/1 ui-monospace,monospace;text-transform:uppercase;padding:.32rem .5rem;border-radius:.4rem;min-width:4.2rem;text-align:center;color:#fff;background:#4b5563}.get{background:#0f766e}.post{background:#1d4ed8}.put,.patch{background:#a16207}.delete{background:#b91c1c}
code,pre{font:.86rem/1.5 ui-monospace,SFMono-Regular,Menlo,monospace}td code,p code,dd code{background:var(--code);padding:.08rem .3rem;border-radius:.3rem}
pre{background:var(--code);border-radius:.6rem;padding:.8rem 1rem;margin:0;overflow:auto;max-height:26rem}
table{border-collapse:collapse;width:100%;font-size:.9rem}th,td{text-align:left;vertical-align:top;padding:.4rem .8rem .4rem 0;border-top:1px solid var(--line);font-weight:400}tr:first-child>*{border-top:0}th b{font-weight:500;font-size:.72rem;color:var(--accent);margin-left:.5rem}td:nth-child(2){color:var(--soft)}
.pair{display:grid;grid-template-columns:minmax(0,1.2fr) minmax(0,1fr);gap:1.2rem;align-items:start}
dl{display:grid;grid-template-columns:3.2rem minmax(0,1fr);gap:.2rem .6rem;font-size:.9rem;margin:0}dt{font-variant-numeric:tabular-nums;color:var(--soft);padding-top:.4rem}dd{margin:0}
@media (max-width:60rem){body{display:block}nav{position:static;height:auto;flex-direction:row;flex-wrap:wrap;border:0;border-bottom:1px solid var(--line)}nav a span{display:none}.pair{grid-template-columns:1fr}}
`;
