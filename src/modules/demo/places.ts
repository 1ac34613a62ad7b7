import type { RegionTable } from '#shared/regions'

/** Whose ground a customer stands on: the sales units of the demo company. */
export type Area = 'east' | 'south' | 'north'

/** A district with streets that are really there. */
export type Place = { area: Area; city: string; dialling: string; region: string; streets: readonly string[] }

/** `province, city, telephone code`, then each district with its streets. */
const places: Readonly<Record<Area, readonly string[]>> = {
  east: [
    '上海市,上海,021;浦东新区:世纪大道 张杨路 金科路 锦绣路;徐汇区:漕溪北路 宜山路 龙漕路;闵行区:莘庄路 都市路 虹梅路;嘉定区:曹安公路 沪宜公路',
    '江苏省,苏州,0512;吴中区:东吴北路 石湖东路 宝带东路;姑苏区:干将东路 人民路 三香路;昆山市:前进西路 长江中路 柏庐南路',
    '江苏省,南京,025;玄武区:中山路 珠江路 长江路;鼓楼区:中央路 湖南路 汉中路;江宁区:双龙大道 天元东路 胜太路',
    '江苏省,无锡,0510;梁溪区:中山路 人民中路 解放南路;滨湖区:太湖大道 梁清路;江阴市:澄江中路 虹桥北路',
    '江苏省,常州,0519;天宁区:延陵西路 和平北路;武进区:武宜中路 花园街',
    '浙江省,杭州,0571;西湖区:文三路 天目山路 教工路;滨江区:江南大道 滨盛路 网商路;余杭区:文一西路 良睦路;萧山区:市心中路 金城路',
    '浙江省,宁波,0574;海曙区:中山西路 药行街;鄞州区:天童北路 钱湖北路;慈溪市:三北大街 孙塘南路',
    '浙江省,温州,0577;鹿城区:人民东路 车站大道;乐清市:伯乐东路 千帆东路',
    '浙江省,嘉兴,0573;南湖区:中山东路 南溪西路;海宁市:海昌南路 文苑南路',
    '安徽省,合肥,0551;蜀山区:长江西路 黄山路 潜山路;包河区:马鞍山路 徽州大道',
  ],
  south: [
    '广东省,广州,020;天河区:天河路 中山大道西 黄埔大道西 体育东路;越秀区:环市东路 东风中路 北京路;番禺区:番禺大道北 清河东路;白云区:机场路 白云大道北',
    '广东省,深圳,0755;南山区:科技南路 深南大道 南海大道;福田区:福华路 彩田路 滨河大道;宝安区:新湖路 宝安大道;龙岗区:龙翔大道 布龙路',
    '广东省,佛山,0757;南海区:桂澜北路 海八路;顺德区:兴顺路 容奇大道;禅城区:季华五路 汾江中路',
    '广东省,珠海,0756;香洲区:九洲大道 情侣中路 迎宾南路',
    '福建省,厦门,0592;思明区:湖滨南路 厦禾路 莲前西路;集美区:杏林湾路 集美大道',
    '福建省,福州,0591;鼓楼区:五四路 东街口 华林路;仓山区:浦上大道 金山大道',
    '广西壮族自治区,南宁,0771;青秀区:民族大道 金湖路 东葛路;西乡塘区:大学东路 科园大道',
    '湖南省,长沙,0731;岳麓区:麓谷大道 枫林三路;雨花区:韶山中路 万家丽中路;芙蓉区:五一大道 芙蓉中路',
    '湖北省,武汉,027;洪山区:珞喻路 光谷大道 雄楚大道;江汉区:解放大道 建设大道;武昌区:中南路 中北路',
  ],
  north: [
    '北京市,北京,010;海淀区:中关村大街 上地十街 知春路 西三环北路;朝阳区:建国路 望京街 朝阳北路;丰台区:南四环西路 丰台北路;大兴区:兴华大街 荣华中路',
    '天津市,天津,022;和平区:南京路 滨江道;滨海新区:第三大街 黄海路;西青区:中北大道 秀川路',
    '河北省,石家庄,0311;长安区:中山东路 建设北大街;裕华区:槐安东路 裕华东路',
    '山东省,济南,0531;历下区:经十路 泺源大街 解放路;历城区:工业北路 花园路',
    '山东省,青岛,0532;市南区:香港中路 东海西路;崂山区:海尔路 深圳路;城阳区:正阳路 长城路',
    '河南省,郑州,0371;金水区:花园路 农业路 经三路;二七区:大学路 航海中路',
    '山西省,太原,0351;小店区:长治路 平阳路;迎泽区:迎泽大街 双塔西街',
    '陕西省,西安,029;雁塔区:科技路 高新路 雁塔西路;未央区:未央路 凤城五路;碑林区:南关正街 友谊西路',
    '辽宁省,沈阳,024;和平区:青年大街 南京南街;浑南区:浑南中路 全运路',
    '辽宁省,大连,0411;中山区:人民路 鲁迅路;甘井子区:黄浦路 华北路',
  ],
}

let known: Readonly<Record<Area, readonly Place[]>> | undefined

/** All places of an area, with their division codes. */
export function placesOf(regions: RegionTable): Readonly<Record<Area, readonly Place[]>> {
  const read = (area: Area): Place[] => places[area].flatMap((line) => readLine(line, area, regions))
  known ??= { east: read('east'), south: read('south'), north: read('north') }
  return known
}

function readLine(line: string, area: Area, regions: RegionTable): Place[] {
  const [where = '', ...districts] = line.split(';')
  const [province = '', city = '', dialling = ''] = where.split(',')
  return districts.map((part) => {
    const [district = '', streets = ''] = part.split(':')
    const region = regions.find([province, city, district]) ?? regions.find([province, district])
    if (!region) throw new Error(`There is no ${district} in ${province} ${city}`)
    return { area, city, dialling, region, streets: streets.split(' ') }
  })
}
