const hues = 6

/** A coloured square (a record) or circle (a person) with one character of the name; decoration, the name stands beside it. */
export function Avatar({ name, round, size = 22 }: { name: string; round?: boolean; size?: number }) {
  const style = { width: size, height: size, fontSize: Math.max(11, Math.round(size * 0.45)) }
  return (
    <span className={`avatar avatar-${hueOf(name)}${round ? ' avatar-round' : ''}`} style={style} aria-hidden>
      {characterOf(name, round === true)}
    </span>
  )
}

function hueOf(name: string): number {
  let sum = 0
  for (const character of name) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973
  return sum % hues
}

// Chinese persons are told apart by the given name, companies by what follows the place.
function characterOf(name: string, isPerson: boolean): string {
  const bare = name
    .trim()
    .replace(/^(北京|上海|天津|重庆|广州|深圳|杭州|成都|南京|武汉|苏州|西安|[\u4e00-\u9fff]{1,3}[省市区县])/u, '')
  const characters = [...(bare || name.trim())]
  const isChinese = /^[\u4e00-\u9fff]/.test(bare)
  return (isPerson && isChinese ? characters.at(-1) : characters[0])?.toUpperCase() ?? '·'
}
