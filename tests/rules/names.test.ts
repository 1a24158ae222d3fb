/**
 * Which active a printed name means: by INCI, common, US drug and trade names, in every language that labels are read in. The
 * table is written by hand and not taken from the rule files, so that it fails where a name is lost there.
 */
import { describe, expect, test } from "vitest";
import { readRuleSet } from "../../src/build/rules.ts";
import { createNameTable } from "../../src/engine/label/names.ts";

const ruleSet = readRuleSet();
const table = createNameTable(ruleSet.actives, ruleSet.onePercentMarkers);
const idOf = (printed: string) => table.find(printed)?.id ?? null;
const listed = (names: string) => names.split(/[;\n]/).flatMap((name) => name.trim() || []);

/** By active: one name between two semicolons or line ends. */
const NAMED: Record<string, string> = {
  "salicylic-acid": `
    Salicylic Acid; 2-Hydroxybenzoic Acid; Acidum Salicylicum; Beta Hydroxy Acid
    Salicylic Acid 0.5%; Salicylic Acid 1%; Salicylic Acid 2%; 2% Salicylic Acid
    Salicylsäure; acide salicylique; ácido salicílico; acido salicilico; salicylzuur; kwas salicylowy
    サリチル酸; 살리실릭애씨드; 살리실산; 水杨酸; 超分子水杨酸`,
  "salicylic-acid-relatives": `
    Betaine Salicylate; Capryloyl Salicylic Acid; LHA; 5-Octanoylsalicylic Acid; Silanediol Salicylate
    カプリロイルサリチル酸; 베타인살리실레이트; 카프릴로일살리실릭애씨드; 캡릴로일살리실산; 辛酰水杨酸`,
  "salicylic-acid-weak": `
    Salix Alba (Willow) Bark Extract; Salix Alba Bark Extract; Salix Nigra (Willow) Bark Extract
    Salix Alba Bark Water; Willow Bark Extract; Salicin
    Salix Alba (White Willow Bark) Extract; Salix Nigra (Willow Bark) Extract; White Willow Bark Extract
    Wintergreen Leaf Extract; Wintergreen Leaf Oil; Wintergreen Oil
    Gaultheria Procumbens (Wintergreen) Leaf Extract; Gaultheria Procumbens (Wintergreen) Leaf Oil
    Gaultheria Procumbens (Wintergreen) Leaf Extract/Oil
    サリックス・アルバ; セイヨウシロヤナギ樹皮エキス; 화이트윌로우껍질추출물; 白柳树皮提取物`,
  tretinoin: `
    Tretinoin; Retinoic Acid; All-Trans Retinoic Acid; Tretinoin 0.025%
    Retin-A; Retin-A Micro; Renova; Altreno; Atralin; Airol; Ketrel; Stieva-A
    ácido retinoico; 维A酸`,
  adapalene: `
    Adapalene; Adapalene 0.1%; Differin; Effaclar Adapalene; ProactivMD; La Roche-Posay Adapalene; Adaferin; Epiduo
    阿达帕林`,
  tazarotene: "Tazarotene; Tazarotene 0.045%; Tazorac; Zorac; Avage; Fabior; Arazlo; 他扎罗汀",
  trifarotene: "Trifarotene; Aklief",
  isotretinoin: "Isotretinoin; Isotrex",
  retinol: `
    Retinol; Retinol 0.3%; Retinol (Vitamin A); Vitamin A (Retinol); Vitamine A (Rétinol); Vitamina A (Retinolo)
    Vitamina A (Retinol)
    rétinol; retinolo; レチノール; 純粋レチノール; 레티놀; 视黄醇; A醇`,
  retinal: `
    Retinal; Retinaldehyde; Retinaldehyd; rétinal; rétinaldéhyde; retinale
    レチナール; 레틴알; 레티날; 视黄醛; A醛`,
  "retinoid-relatives": `
    Hydroxypinacolone Retinoate; HPR; Granactive Retinoid; 2% Granactive Retinoid; Retinyl Retinoate
    Retinyl N-Formyl Aspartamate; Vitamin A; Vitamine A; Vitamina A; Retinoid; A-derm
    レチノイン酸ヒドロキシピナコロン; 하이드록시피나콜론레티노에이트; 羟基频哪酮视黄酸酯`,
  "retinyl-esters": `
    Retinyl Palmitate; Retinyl Acetate; Retinyl Propionate; Retinyl Linoleate; Retinyl Sunflowerseedate
    Sodium Retinoyl Hyaluronate; Retinyl Palmitate (Vitamin A); Vitamin A (Retinyl Palmitate); Vitamin A Palmitate
    Vitamin A Acetate
    パルミチン酸レチノール; 酢酸レチノール; 레티닐팔미테이트; 视黄醇棕榈酸酯; 视黄醇乙酸酯`,
  niacinamide: `
    Niacinamide; Nicotinamide; Vitamin B3; Vitamin PP; Nikotinamid; 3-Pyridinecarboxamide; Niacinamide (Vitamin B3)
    Niacinamid; Nicotinamid; vitamine B3; niacinamida; niacynamid; nikotynamid
    ナイアシンアミド; ニコチン酸アミド; 나이아신아마이드; 烟酰胺`,
  aha: `
    Glycolic Acid; Lactic Acid; Mandelic Acid; Malic Acid; Tartaric Acid; Hydroxycaprylic Acid
    Hydroxyisobutyric Acid; AHA; Alpha Hydroxy Acid; Glycolic Acid 7%; AHAs; Alpha Hydroxy Acids; L-Lactic Acid
    Glykolsäure; Milchsäure; Mandelsäure; acide glycolique; acide lactique; acide mandélique
    ácido glicólico; ácido láctico; ácido lático; ácido mandélico; acido glicolico; acido lattico; acido mandelico
    glycolzuur; melkzuur; amandelzuur; kwas glikolowy; kwas mlekowy; kwas migdałowy
    グリコール酸; 乳酸; マンデル酸; リンゴ酸; 酒石酸
    글라이콜릭애씨드; 글리콜산; 락틱애씨드; 만델릭애씨드; 말릭애씨드; 타타릭애씨드
    羟基乙酸; 甘醇酸; 乙醇酸; 扁桃酸; 杏仁酸; 苹果酸`,
  pha: `
    Gluconolactone; Gluconic Acid; Lactobionic Acid; Maltobionic Acid; Galactonic Acid; Glucoheptonolactone; PHA
    Polyhydroxy Acid; Polyhydroxy Acids
    グルコノラクトン; ラクトビオン酸; 글루코노락톤; 락토바이오닉애씨드; 葡糖酸内酯; 乳糖酸`,
  "aha-weak": `
    Ammonium Glycolate; Sodium Glycolate; Sodium Lactate; Ammonium Lactate; Ammonium Lactate 12%
    Saccharum Officinarum (Sugar Cane) Extract; Vaccinium Myrtillus (Bilberry) Extract
    Sugar Cane Extract; Vaccinium Myrtillus (Bilberry) Fruit Extract; Bilberry Extract; Apple Fruit Extract
    Maple Extract; Citrus Aurantium Dulcis (Orange) Fruit Extract
    Citrus Limon (Lemon) Fruit Extract; Citrus Aurantium Fruit Extract; Citrus Limon/Aurantium Fruit Extract
    Pyrus Malus (Apple) Fruit Extract; Acer Saccharum (Maple) Extract
    Fruit Acid; Fruit Acids; AHA Complex; Fruchtsäure; Fruchtsäuren; acides de fruits; 果酸`,
  "azelaic-acid": "Azelaic Acid; Azelaic Acid 10%",
  "benzoyl-peroxide": "Benzoyl Peroxide; Benzoyl Peroxide 2.5%",
  emerging: `
    Sodium Copper Chlorophyllin; Copper Chlorophyllin; Copper Chlorophyllin (CI 75810); CI 75810
    Sodium Tetrahydrojasmonate; Sarcosine; Tetrahydrojasmonic Acid; LR2412`,
  zinc: "Zinc PCA; Zinc Gluconate; Zinc Sulfate; Zinc Sulphate; Zinc Lactate; PCA亜鉛; 징크피씨에이; PCA 锌",
  clay: `
    Kaolin; Bentonite; Montmorillonite; Illite; Moroccan Lava Clay; Fuller's Earth; Solum Fullonum
    Fuller's Earth / Solum Fullonum; Solum Fullonum (Fuller’s Earth); Attapulgite; Silt; Maris Limus
    Maris Limus (Sea Silt); Canadian Colloidal Clay; Rhassoul; Ghassoul
    White Clay; Pink Clay; Green Clay; French Green Clay; Blue Clay; Cambrian Clay; Dead Sea Mud; Aztec Clay
    Multani Mitti; Tonerde; Heilerde; Heilerde-Maske; Lavaerde; argile; argile verte; argile blanche
    arcilla; barro; argilla; fango; argila; klei; glinka
    カオリン; ベントナイト; モンモリロナイト; イライト; モロッコ溶岩クレイ; 海シルト; クレイ; 泥パック
    카올린; 벤토나이트; 몬모릴로나이트; 일라이트; 모로칸라바클레이; 머드
    高岭土; 膨润土; 蒙脱土; 摩洛哥火山泥; 熔岩泥; 火山泥; 泥膜`,
  "absorbent-powders": `
    Charcoal Powder; Charcoal; Activated Charcoal; CI 77268:1; Diatomaceous Earth
    Solum Diatomeae (Diatomaceous Earth); Solum Diatomeae; Pumice; Zeolite
    Perlite; Volcanic Ash; Volcanic Soil; Volcanic Clusters; 炭; 薬用炭; 화산송이; 숯가루; 차콜`,
  "sunscreen-filters": `
    Zinc Oxide; Zinc Oxide (Nano); Zinc Oxide [Nano]; Zinc Oxide Nano; Zinc Oxide 20%; 酸化亜鉛; 징크옥사이드; 氧化锌
    Titanium Dioxide; Titanium Dioxide (Nano); Titanium Dioxide Nano; Titanium Dioxide 6%; 酸化チタン; 티타늄디옥사이드; 二氧化钛
    Butyl Methoxydibenzoylmethane; Avobenzone; Avobenzone 3%; Butyl Methoxydibenzoylmethane (Avobenzone); Parsol 1789
    Eusolex 9020; t-ブチルメトキシジベンゾイルメタン; 부틸메톡시디벤조일메탄; 丁基甲氧基二苯甲酰基甲烷
    Ethylhexyl Salicylate; Octisalate; Ethylhexyl Salicylate (Octisalate); Octisalate (Ethylhexyl Salicylate) 5%
    Octyl Salicylate; 2-Ethylhexyl Salicylate; サリチル酸エチルヘキシル; 에틸헥실살리실레이트; 水杨酸乙基己酯
    Homosalate; HMS; ホモサラート; 호모살레이트; 胡莫柳酯
    Octocrylene; Uvinul N539; オクトクリレン; 옥토크릴렌; 奥克立林
    Ethylhexyl Methoxycinnamate; Octinoxate; OMC; Uvinul MC80; Octyl Methoxycinnamate
    メトキシケイヒ酸エチルヘキシル; 에틸헥실메톡시신나메이트; 甲氧基肉桂酸乙基己酯
    Benzophenone-3; Oxybenzone; オキシベンゾン-3; 벤조페논-3; 二苯酮-3; Benzophenone-4; Sulisobenzone
    Phenylbenzimidazole Sulfonic Acid; Ensulizole; Eusolex 232
    フェニルベンズイミダゾールスルホン酸; 페닐벤즈이미다졸설포닉애씨드; 苯基苯并咪唑磺酸
    Menthyl Anthranilate; Meradimate; Ethylhexyl Dimethyl PABA; Padimate O
    Bis-Ethylhexyloxyphenol Methoxyphenyl Triazine; Bemotrizinol; Bemotrizinol 6%; Tinosorb S; BEMT; Parsol Shield
    ビスエチルヘキシルオキシフェノールメトキシフェニルトリアジン
    비스-에틸헥실옥시페놀메톡시페닐트리아진; 双-乙基己氧苯酚甲氧苯基三嗪
    Methylene Bis-Benzotriazolyl Tetramethylbutylphenol; Methylene Bis-Benzotriazolyl Tetramethylbutylphenol (Nano)
    Tinosorb M; Bisoctrizole; MBBT; Methylene Bis-Benzotriazolyl Tetramethylbutylphenol Nano
    Diethylamino Hydroxybenzoyl Hexyl Benzoate; Uvinul A Plus; DHHB
    ジエチルアミノヒドロキシベンゾイル安息香酸ヘキシル
    다이에틸아미노하이드록시벤조일헥실벤조에이트; 二乙氨羟苯甲酰基苯甲酸己酯
    Ethylhexyl Triazone; Uvinul T150; エチルヘキシルトリアゾン; 에틸헥실트리아존; 乙基己基三嗪酮
    Diethylhexyl Butamido Triazone; Uvasorb HEB; Iscotrizinol
    Terephthalylidene Dicamphor Sulfonic Acid; Ecamsule; Mexoryl SX; Drometrizole Trisiloxane; Mexoryl XL
    Tris-Biphenyl Triazine; Tris-Biphenyl Triazine (Nano); Tris-Biphenyl Triazine Nano; Tinosorb A2B
    Disodium Phenyl Dibenzimidazole Tetrasulfonate; Neo Heliopan AP; Bisdisulizole; Bisdisulizole Disodium
    Phenylene Bis-Diphenyltriazine; TriAsorB; Bis-(Diethylaminohydroxybenzoyl Benzoyl) Piperazine; HAA299
    Methoxypropylamino Cyclohexenylidene Ethoxyethylcyanoacetate; Mexoryl 400; MCE
    Isoamyl p-Methoxycinnamate; Amiloxate; Polysilicone-15; Parsol SLX
    4-Methylbenzylidene Camphor; Enzacamene; 4-MBC; PEG-25 PABA
    Benzylidene Camphor Sulfonic Acid; Camphor Benzalkonium Methosulfate; Polyacrylamidomethyl Benzylidene Camphor
    Mexoryl SL; Mexoryl SO; Mexoryl SW
    Trolamine Salicylate; Aminobenzoic Acid; PABA; Aminobenzoic Acid (PABA); Dioxybenzone; Cinoxate`,
  silicones: `
    Dimethicone; Dimethicone Crosspolymer; Dimethicone/Vinyl Dimethicone Crosspolymer
    Vinyl Dimethicone/Methicone Silsesquioxane Crosspolymer; Cyclopentasiloxane; Cyclohexasiloxane
    Phenyl Trimethicone; Polysilicone-11; Trimethylsiloxysilicate; Cetearyl Dimethicone Crosspolymer
    Lauryl PEG-9 Polydimethylsiloxyethyl Dimethicone; Diphenylsiloxy Phenyl Trimethicone
    C30-45 Alkyl Dimethicone Crosspolymer; HDI/Trimethylol Hexyllactone Crosspolymer`,
  "soft-focus-powders": `
    Silica; Silica Silylate; Silica Dimethyl Silylate; Polymethyl Methacrylate; Polymethyl Methacrylate (PMMA); PMMA
    Methyl Methacrylate Crosspolymer; Methyl Methacrylate/Glycol Dimethacrylate Crosspolymer; Nylon-12
    Boron Nitride; Synthetic Fluorphlogopite; Corn Starch; Zea Mays Starch; Zea Mays (Corn) Starch
    Aluminum Starch Octenylsuccinate; Lauroyl Lysine`,
  "filler-powders":
    "Polyethylene; Mica; Talc; Calcium Carbonate; Cellulose; Cellulose (Microbeads); Microcrystalline Cellulose",
  "film-formers": `
    Sodium Silicate; Pullulan; Hydrolyzed Sericin; Hydrolyzed Albumin; Hydrolyzed Sericin/Albumin; Albumin
    Polyvinyl Alcohol; Sodium Polystyrene Sulfonate; Bovine Serum Albumin; Serum Albumin`,
  astringents: `
    Alcohol Denat.; Alcohol; Ethanol; Alcohol Denatured; Denatured Alcohol; SD Alcohol 40; SD Alcohol 40-B
    Isopropyl Alcohol; Hamamelis Virginiana (Witch Hazel) Water
    Hamamelis Virginiana (Witch Hazel) Leaf Extract; Hamamelis Virginiana (Witch Hazel) Leaf Water
    Hamamelis Virginiana (Witch Hazel) Extract; Witch Hazel; Aluminum Chlorohydrate; Aluminium Chlorohydrate; Alum
    Potassium Alum
    Tannic Acid; Zinc Phenolsulfonate; Menthol; Menthyl Lactate; Camphor`,
};

/** What only looks like an active, and is none. On an ingredient list "BHA" is butylated hydroxyanisole. */
const NOT_NAMED = {
  "salicylic acid": `
    BHA; 2% BHA; Sodium Salicylate; Magnesium Salicylate; MEA Salicylate; Butyloctyl Salicylate; Tridecyl Salicylate
    Benzyl Salicylate; Hexyl Salicylate; Methyl Salicylate; Bismuth Subsalicylate; Potassium Azeloyl Diglycinate`,
  retinoids: `
    Bakuchiol; Bakuchiol 1%; バクチオール; 바쿠치올; 补骨脂酚; Psoralea Corylifolia; Psoralea Corylifolia Seed Extract
    Beta-Carotene; Rosa Canina Seed Oil; Rosa Canina (Rosehip) Seed Oil; Retinol-like; Retinol Alternative
    Plant Retinol; Phyto-Retinol; Bio-Retinol; Retinamide; Bakuchiol (Retinol Alternative); Vesanoid; Roaccutane
    Accutane`,
  niacinamide: `
    Nicotinic Acid; Niacin; Nicotinic Acid / Niacin; Methyl Nicotinate; Tocopheryl Nicotinate; Xanthinol Nicotinate
    1-Methylnicotinamide Chloride; Myristyl Nicotinate`,
  "alpha hydroxy acids": `
    Citric Acid; クエン酸; 시트릭애씨드; 柠檬酸; Hyaluronic Acid; Ascorbic Acid; Kojic Acid; Ferulic Acid
    Stearic Acid; Palmitic Acid; Tranexamic Acid; Polylactic Acid; Lactic Acid/Glycolic Acid Copolymer`,
  clay: `
    Magnesium Aluminum Silicate; Hectorite; Stearalkonium Hectorite; Disteardimonium Hectorite
    Stearalkonium Hectorite/ Disteardimonium Hectorite; Quaternium-18 Bentonite`,
  "sunscreen filters": `
    Butyloctyl Salicylate; Polyester-8; Ethylhexyl Methoxycrylene; Diethylhexyl Syringylidenemalonate
    Trimethoxybenzylidene Pentanedione; Diethylhexyl 2,6-Naphthalate; Iron Oxides; CI 77491; CI 77492; CI 77499
    Iron Oxides CI 77491/77492/77499; CI 77891; CI 77947; Titanium Dioxide (CI 77891); CI 77891 (Titanium Dioxide)`,
  "film formers": `
    Acrylates Copolymer; PVP; Ammonium Acryloyldimethyltaurate/VP Copolymer`,
  astringents: `
    Cetyl Alcohol; Cetearyl Alcohol; Benzyl Alcohol; Eucalyptus Globulus Leaf Oil; Mentha Piperita (Peppermint) Oil
    Citrus Limon Oil`,
};

describe.each(Object.entries(NAMED))("%s", (id, names) => {
  test.each(listed(names))("is meant by %s", (name) => {
    expect(idOf(name)).toBe(id);
    expect(idOf(name.toUpperCase())).toBe(id);
    expect(idOf(`${name.toLowerCase()}*`)).toBe(id);
    expect(idOf(` ${name} (2,5 %)`)).toBe(id);
  });
});

describe.each(Object.entries(NOT_NAMED))("what only looks like %s", (_, names) => {
  test.each(listed(names))("%s", (name) => {
    expect(idOf(name)).toBeNull();
    expect(idOf(name.toUpperCase())).toBeNull();
  });
});

describe("names of one entry", () => {
  test.each([
    ["Water/Salicylic Acid", "salicylic-acid"],
    ["Alpha Hydroxy Acid (Glycolic Acid)", "aha"],
    ["Salicylic Acid (BHA)", "salicylic-acid"],
    ["Gluconolactone (PHA)", "pha"],
    ["Capryloyl Salicylic Acid (LHA)", "salicylic-acid-relatives"],
    ["Homosalate (HMS)", "sunscreen-filters"],
    ["Azelaic Acid 20 %", "azelaic-acid"],
    ["Water", null],
    ["", null],
  ])("%s is %s", (printed, id) => {
    expect(idOf(printed)).toBe(id);
  });
});

test("every active is in the table", () => {
  expect(Object.keys(NAMED).sort()).toEqual(ruleSet.actives.map(({ id }) => id).sort());
});
