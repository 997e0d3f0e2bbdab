// Icons: drawings of 24 by 24, by name.
const PATHS = {
  new: 'M6 2h8l4 4v16H6zM14 2v5h4', open: 'M3 5h6l2 3h10v12H3z', save: 'M4 4h13l3 3v13H4zM8 4v5h7V4M8 20v-6h8v6',
  print: 'M7 8V3h10v5M7 17H4V8h16v9h-3M7 14h10v7H7z', cut: 'M8 8l12 10M8 16L20 6M9 6.5a3 3 0 1 1-6 0a3 3 0 1 1 6 0M9 17.5a3 3 0 1 1-6 0a3 3 0 1 1 6 0',
  copy: 'M9 9h11v12H9zM15 9V3H4v12h5', paste: 'M8 4H5v17h14V4h-3M8 2h8v4H8zM9 11h6M9 15h6', undo: 'M9 14L4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3',
  redo: 'M15 14l5-5l-5-5M20 9H10a6 6 0 0 0 0 12h3', search: 'M17 10a7 7 0 1 1-14 0a7 7 0 1 1 14 0M15.5 15.5L21 21',
  settings: 'M15 12a3 3 0 1 1-6 0a3 3 0 1 1 6 0M18.7 10.1L21.7 10.3L21.7 13.7L18.7 13.9L18.1 15.5L20 17.7L17.7 20L15.5 18.1L13.9 18.7L13.7 21.7L10.3 21.7L10.1 18.7L8.5 18.1L6.3 20L4 17.7L5.9 15.5' +
    'L5.3 13.9L2.3 13.7L2.3 10.3L5.3 10.1L5.9 8.5L4 6.3L6.3 4L8.5 5.9L10.1 5.3L10.3 2.3L13.7 2.3L13.9 5.3L15.5 5.9L17.7 4L20 6.3L18.1 8.5z',
  delete: 'M4 6h16M9 6V3h6v3M6 6l1 15h10l1-15M10 10v7M14 10v7', add: 'M12 4v16M4 12h16', edit: 'M4 20l1-5L16 4l4 4L9 19zM13 7l4 4',
  home: 'M3 11l9-8l9 8M5 10v11h5v-6h4v6h5V10', back: 'M20 12H4M11 5l-7 7l7 7', forward: 'M4 12h16M13 5l7 7l-7 7',
  refresh: 'M20 11a8 8 0 1 0-2 6M20 4v7h-7', mail: 'M3 5h18v14H3zM3 6l9 7l9-7', user: 'M16 8a4 4 0 1 1-8 0a4 4 0 1 1 8 0M4 21a8 7 0 0 1 16 0',
  calendar: 'M4 5h16v16H4zM4 10h16M8 2v5M16 2v5', lock: 'M5 11h14v10H5zM8 11V7a4 4 0 0 1 8 0v4', play: 'M6 4l14 8l-14 8z', stop: 'M6 6h12v12H6z',
  info: 'M21 12a9 9 0 1 1-18 0a9 9 0 1 1 18 0M12 11v6M12 7v1', star: 'M12 3l3 6l6 1l-4.500 4.500l1 6.500l-5.500-3l-5.500 3l1-6.500L3 10l6-1z',
  down: 'M6 9l6 6l6-6', up: 'M6 15l6-6l6 6', right: 'M9 6l6 6l-6 6', left: 'M15 6l-6 6l6 6', tick: 'M4 12l5 6L20 6', close: 'M5 5l14 14M19 5L5 19',
  minus: 'M4 12h16', more: 'M12 5v1M12 12v1M12 19v1', menu: 'M3 6h18M3 12h18M3 18h18', eye: 'M2 12s4-7 10-7s10 7 10 7s-4 7-10 7s-10-7-10-7M15 12a3 3 0 1 1-6 0a3 3 0 1 1 6 0',
  bell: 'M6 17V10a6 6 0 0 1 12 0v7l2 2H4zM10 21h4', filter: 'M3 4h18l-7 9v7l-4-2v-5z', help: 'M9 9a3 3 0 1 1 4 3q-1 .5-1 3M12 18v1', sort: 'M8 9l4-5l4 5M8 15l4 5l4-5',
  share: 'M18 8L6 12l12 6M6 12a2 2 0 1 1-4 0a2 2 0 1 1 4 0M22 6a2 2 0 1 1-4 0a2 2 0 1 1 4 0M22 19a2 2 0 1 1-4 0a2 2 0 1 1 4 0', download: 'M12 3v12M6 10l6 6l6-6M4 20h16',
}
export const NAMES = Object.keys(PATHS)
const SOLID = new Set(['play', 'stop', 'star', 'mail', 'home', 'user', 'lock', 'open', 'filter', 'bell', 'new', 'edit'])

// An icon as an element of `h`; `look` has its stroke's width, whether solid ones are filled, and its size.
export function icon(h, name, look = {}) {
  const filled = look.filled && SOLID.has(name)
  const line = { fill: filled ? 'currentColor' : 'none', stroke: 'currentColor', d: PATHS[name] || PATHS.info }
  const size = look.size || '1em'
  return h('svg', { viewBox: '0 0 24 24', width: size, height: size, 'aria-hidden': 'true', className: 'icon' },
    h('path', { ...line, style: { strokeWidth: look.stroke || 2, strokeLinecap: 'round', strokeLinejoin: 'round' } }))
}
