/** ISO 3166-1 alpha-2 codes of the places of the State Media Matrix, under its own names for them. */
const CODES: ReadonlyMap<string, string> = new Map(
  (
    'Afghanistan=AF Albania=AL Algeria=DZ Angola=AO Argentina=AR Armenia=AM Azerbaijan=AZ Bahrain=BH Bangladesh=BD ' +
    'Belarus=BY Benin=BJ Bhutan=BT Bolivia=BO Bosnia_and_Herzegovina=BA Botswana=BW Brazil=BR Brunei=BN Bulgaria=BG ' +
    'Burkina_Faso=BF Burundi=BI Cambodia=KH Cameroon=CM Central_African_Republic=CF Chad=TD China=CN Colombia=CO ' +
    'Congo=CG Croatia=HR Cuba=CU Cyprus=CY DR_Congo=CD Djibouti=DJ Dominican_Republic=DO Ecuador=EC Egypt=EG ' +
    'El_Salvador=SV Eritrea=ER Ethiopia=ET Gabon=GA Georgia=GE Ghana=GH Guatemala=GT Haiti=HT Honduras=HN ' +
    'Hong_Kong=HK Hungary=HU India=IN Indonesia=ID Iran=IR Iraq=IQ Jordan=JO Kazakhstan=KZ Kenya=KE Kuwait=KW ' +
    'Laos=LA Lebanon=LB Lesotho=LS Liberia=LR Libya=LY Macao=MO Malawi=MW Malaysia=MY Malta=MT Mauritania=MR ' +
    'Mexico=MX Moldova=MD Mongolia=MN Montenegro=ME Morocco=MA Mozambique=MZ Myanmar=MM Namibia=NA Nepal=NP ' +
    'Nicaragua=NI Niger=NE Nigeria=NG North_Korea=KP North_Macedonia=MK Oman=OM Pakistan=PK ' +
    'Palestine_territories=PS Panama=PA Paraguay=PY Peru=PE Philippines=PH Poland=PL Qatar=QA Russia=RU Rwanda=RW ' +
    'Saudi_Arabia=SA Senegal=SN Serbia=RS Singapore=SG Somalia=SO South_Africa=ZA South_Sudan=SS Spain=ES ' +
    'Sri_Lanka=LK Sudan=SD Syria=SY Taiwan=TW Tajikistan=TJ Tanzania=TZ Thailand=TH The_Gambia=GM Togo=TG ' +
    'Tunisia=TN Turkey=TR Turkmenistan=TM UAE=AE Uganda=UG Ukraine=UA Uruguay=UY Uzbekistan=UZ Vatican_City=VA ' +
    'Venezuela=VE Vietnam=VN Yemen=YE Zambia=ZM Zimbabwe=ZW'
  )
    .split(' ')
    .map((pair) => pair.split('=') as [string, string])
    .map(([name, code]) => [name.replaceAll('_', ' '), code]),
);

export function countryCode(name: string): string | undefined {
  return CODES.get(name);
}
