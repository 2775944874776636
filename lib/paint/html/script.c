/* script.c - the walk from datum to datum, and the text of a datum beside it.
 *
 * Without it all is read: symbols have titles, and the table behind a chart its figures. One symbol a
 * chart takes the tab key; arrows, Home and End go on from there, Escape puts the text away. The text
 * stands above the datum, or else below or beside it, never on it. */
#include "paint/html/html.h"

const char html_script[] =
    "(()=>{'use strict';\n"
    "const d=document,tip=d.createElement('div');tip.className='tip';tip.hidden=true;"
    "tip.setAttribute('aria-hidden','true');d.body.append(tip);\n"
    "const place=s=>{const r=s.getBoundingClientRect(),w=tip.offsetWidth,h=tip.offsetHeight,"
    "W=d.documentElement.clientWidth,H=innerHeight,g=8;"
    "let x=Math.min(Math.max(r.left+r.width/2-w/2,4),Math.max(W-w-4,4)),y=r.top-h-g;"
    "if(y<4){y=r.bottom+g;if(y+h>H){y=Math.min(Math.max(r.top,4),H-h-4);"
    "x=r.right+g+w<=W?r.right+g:Math.max(r.left-g-w,0)}}"
    "tip.style.left=x+scrollX+'px';tip.style.top=y+scrollY+'px'};\n"
    "const show=s=>{const p=s.getAttribute('aria-label').split(/(?<=[,\\u060c\\uff0c\\u3001]\\s?)(?=\\S)/),"
    "n=Math.min(2,p.length-1);tip.textContent='';"
    "for(const[e,t]of[['b',p.slice(0,n)],['span',p.slice(n)]]){const o=d.createElement(e);"
    "o.textContent=t.join('').replace(/[,\\u060c\\uff0c\\u3001]\\s*$/,'');tip.append(o)}"
    "tip.hidden=false;place(s)};\n"
    "const hide=()=>{tip.hidden=true};\n"
    "for(const svg of d.querySelectorAll('.chart svg')){\n"
    "const all=[...svg.querySelectorAll('[role=graphics-symbol]')];\n"
    "all.forEach((s,i)=>{const t=s.querySelector(':scope>title');"
    "s.setAttribute('aria-label',t?t.textContent:'');if(t)t.remove();"
    "s.setAttribute('tabindex',i?-1:0);"
    "s.addEventListener('focus',()=>{for(const o of all)o.setAttribute('tabindex',o===s?0:-1);show(s)});"
    "s.addEventListener('blur',hide);s.addEventListener('pointerenter',()=>show(s));"
    "s.addEventListener('pointerleave',()=>{const f=d.activeElement;all.includes(f)?show(f):hide()});"
    "s.addEventListener('keydown',e=>{const r=d.documentElement.dir==='rtl',"
    "k={ArrowRight:r?-1:1,ArrowDown:1,ArrowLeft:r?1:-1,ArrowUp:-1}[e.key];"
    "if(e.ctrlKey||e.altKey||e.metaKey)return;"
    "if(e.key==='Escape'){hide();return}"
    "const j=e.key==='Home'?0:e.key==='End'?all.length-1:"
    "k?Math.min(Math.max(i+k,0),all.length-1):-1;"
    "if(j>=0){e.preventDefault();all[j].focus()}})});\n"
    "const t=svg.querySelector(':scope>title');"
    "if(t){svg.setAttribute('aria-label',t.textContent);t.remove()}}\n"
    "addEventListener('keydown',e=>{if(e.key==='Escape')hide()})\n"
    "})()";
