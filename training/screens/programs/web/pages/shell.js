// Shell: the style that all kits share, which is only where things stand.
export const SHELL = `
#mark{position:fixed;left:0;top:0;width:2px;height:2px;z-index:99999;pointer-events:none}
html,body{margin:0}
#root{box-sizing:border-box;position:relative}
.icon{vertical-align:-0.125em;flex:none}
.shell{display:flex;flex-direction:column;min-width:0}
.middle{display:flex;min-width:0;align-items:stretch}
.side{flex:none;padding:8px;box-sizing:border-box}
.content{flex:1;min-width:0;display:flex;flex-direction:column}
.bar{display:flex;align-items:center;flex-wrap:wrap}
.groups{display:grid;align-items:start}
.rows{display:grid;align-items:start}
.row{min-width:0;position:relative}
.row.left{display:grid;align-items:center}
.row.left>.caption{overflow-wrap:anywhere}
.row.flush>.caption{text-align:right;justify-self:end}
.row.above>.caption{display:block}
.line{display:flex;align-items:center;gap:6px;min-width:0}
.line>.unit{flex:none}
.choices{display:flex;flex-wrap:wrap}
.choices.down{flex-direction:column}
.span{grid-column:1/-1}
.menubar{display:flex;flex-wrap:wrap;position:relative}
.menubar>span{position:relative}
.popup{position:absolute;left:0;top:100%;z-index:50;white-space:nowrap}
.floor{height:24px}
ul{list-style:none;margin:0;padding:0}
a{white-space:nowrap}
.spun::-webkit-inner-spin-button,.spun input::-webkit-inner-spin-button{opacity:1}
.unspun::-webkit-inner-spin-button,.unspun input::-webkit-inner-spin-button{appearance:none;margin:0}
`
