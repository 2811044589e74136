/** One sample merchant of the ISV workspace; colours, monograms and mini-program numbers are derived when the store is filled. */
export interface SampleMerchant {
  merchantId: string;
  name: string;
  city: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  miniPrograms: readonly string[];
}

function merchant(merchantId: string, name: string, city: string, country: string, ...miniPrograms: string[]): SampleMerchant {
  return { merchantId, name, city, country, miniPrograms };
}

/** Fictional shops that have authorised the sample ISV. */
export const authorisedMerchants: readonly SampleMerchant[] = [
  merchant('AY-02210', 'مقهى الياسمين', 'Dubai', 'AE', 'طلب القهوة', 'نقاط الياسمين'),
  merchant('BC-00871', 'Baan Chaa Yen', 'Bangkok', 'TH', 'Chaa order', 'Chaa stamps'),
  merchant('BK-01902', 'บ้านกาแฟริมคลอง', 'Bangkok', 'TH', 'สั่งกาแฟ'),
  merchant('BD-03340', 'Boulangerie du Canal', 'Lyon', 'FR', 'Click et pain', 'Carte du Canal'),
  merchant('CP-00442', 'Cà Phê Hẻm 42', 'Ho Chi Minh City', 'VN', 'Gọi món Hẻm 42'),
  merchant('CT-03115', 'Caffè Tramonto', 'Torino', 'IT', 'Tramonto al banco', 'Tramonto club'),
  merchant('CL-03571', 'Casa Lindamar', 'Cádiz', 'ES', 'Reservas Lindamar', 'Carta Lindamar', 'Club Lindamar'),
  merchant('CY-04102', '茶语时光', 'Shanghai', 'CN', '茶语点单', '茶语会员'),
  merchant('DS-02245', 'دار السمسم', 'Riyadh', 'SA', 'حلويات السمسم'),
  merchant('GL-03128', 'Gelateria Lungomare', 'Bari', 'IT', 'Gusti di oggi'),
  merchant('HT-01440', 'Harbour Toast Co.', 'Singapore', 'SG', 'Toast order', 'Harbour card'),
  merchant('HN-05011', '한강 분식', 'Seoul', 'KR', '분식 주문', '분식 쿠폰'),
  merchant('IH-02760', 'Isla Halo-Halo', 'Cebu', 'PH', 'Halo-halo now'),
  merchant('KB-00915', 'Kampung Bakehouse', 'Ipoh', 'MY', 'Bake pre-order', 'Kampung stamps'),
  merchant('KZ-03802', 'Kavárna Zlatý Most', 'Praha', 'CZ', 'Zlatý Most objednávka', 'Věrnostní karta'),
  merchant('KO-04420', '木の葉珈琲', 'Kyoto', 'JP', '木の葉オーダー', '木の葉ポイント'),
  merchant('KL-03909', 'Konditorei Lindenhof', 'Berlin', 'DE', 'Torten vorbestellen'),
  merchant('KK-00731', 'Kopi Kemuning Lama', 'Jakarta', 'ID', 'Kopi order', 'Kopi rewards', 'Kopi gift cards'),
  merchant('LR-01233', 'Lantern River', 'Hội An', 'VN', 'Lantern tables'),
  merchant('LX-04155', '蓝溪豆花铺', 'Chengdu', 'CN', '豆花预订', '蓝溪积分'),
  merchant('ML-00876', 'Mango Lane Desserts', 'Chiang Mai', 'TH', 'Mango order', 'Mango card'),
  merchant('MD-03644', 'Mercearia do Douro', 'Porto', 'PT', 'Cabaz semanal'),
  merchant('MK-02981', 'Mlinar Kod Katedrale', 'Zagreb', 'HR', 'Naruči pecivo'),
  merchant('NM-04471', '夏目製麺所', 'Fukuoka', 'JP', '並ばずラーメン'),
  merchant('OT-01127', 'Orchid Tea Room', 'Singapore', 'SG', 'Orchid tables'),
  merchant('PP-00958', 'Penang Pasar Express', 'George Town', 'MY', 'Pasar basket', 'Pasar card'),
  merchant('PD-00455', 'Phở Đầu Ngõ', 'Hà Nội', 'VN', 'Phở mang về', 'Thẻ Đầu Ngõ'),
  merchant('RB-01316', 'Rice Bowl Club', 'Hong Kong', 'HK', 'Bowl order', 'Bowl club'),
  merchant('RN-03917', 'Rösterei Nordlicht', 'Hamburg', 'DE', 'Bohnen-Abo', 'Nordlicht-Karte'),
  merchant('SC-02713', 'Sampaguita Coffee', 'Manila', 'PH', 'Sampaguita order'),
  merchant('SL-04188', '山嵐茶社', 'Taipei', 'TW', '山嵐點單', '山嵐集點'),
  merchant('SY-01521', 'Smile Yard Dental', 'Singapore', 'SG', 'Smile appointments'),
  merchant('SK-02850', 'Søndergades Kaffebar', 'Aarhus', 'DK', 'Kaffe to go', 'Kaffekort'),
  merchant('TG-00893', 'Talad Green', 'Bangkok', 'TH', 'Green basket', 'Green points'),
  merchant('TT-00922', 'Teh Tarik Utama', 'Kuala Lumpur', 'MY', 'Tarik order'),
  merchant('TM-03266', 'Trattoria Monte Verde', 'Bologna', 'IT', 'Tavoli Monte Verde', 'Menu del giorno'),
  merchant('UK-03051', 'Ulica Kawowa', 'Kraków', 'PL', 'Kawa na wynos', 'Karta stałego gościa'),
  merchant('VM-02944', 'Vegan Marketi Çınar', 'İzmir', 'TR', 'Çınar sepeti'),
  merchant('WS-00744', 'Warung Sari Rasa', 'Bandung', 'ID', 'Sari Rasa order', 'Sari Rasa points'),
  merchant('XY-04203', '星野书店咖啡', 'Hangzhou', 'CN', '星野预约', '星野会员'),
  merchant('YS-05027', '연남 세탁소', 'Seoul', 'KR', '세탁 예약'),
];

/** A shop that the ISV may not act for, and why. */
export interface SampleRefusal extends SampleMerchant {
  status: 'InReview' | 'Rejected' | 'Deauthorized';
  order: 'New Order' | 'Pending Confirmation' | 'Canceled' | 'Completed';
  reason: string | null;
}

/** Fictional shops whose authorisation is under way, was refused, or was taken back. */
export const otherMerchants: readonly SampleRefusal[] = [
  {
    ...merchant('AB-01660', 'Ari Branch Barbers', 'Bangkok', 'TH', 'Ari appointments'),
    status: 'InReview',
    order: 'Pending Confirmation',
    reason: null,
  },
  {
    ...merchant('MZ-02262', 'مخبز الزيتون', 'Amman', 'JO', 'مخبز الزيتون'),
    status: 'InReview',
    order: 'Pending Confirmation',
    reason: null,
  },
  {
    ...merchant('BR-03480', 'Brasserie Rive Droite', 'Bordeaux', 'FR', 'Rive Droite tables'),
    status: 'Rejected',
    order: 'Canceled',
    reason: 'The merchant chose another developer',
  },
  {
    ...merchant('HS-04499', '春日書房', 'Osaka', 'JP', '春日書房'),
    status: 'Rejected',
    order: 'Canceled',
    reason: 'The company name in the application does not match the registration',
  },
  {
    ...merchant('NL-00937', 'Nasi Lemak Corner 88', 'Penang', 'MY', 'Nasi Lemak order', 'Corner 88 card'),
    status: 'Deauthorized',
    order: 'Completed',
    reason: 'Revoked by the merchant on completion of the order',
  },
  {
    ...merchant('PM-01388', 'Pho Mai Express', 'Đà Nẵng', 'VN', 'Pho Mai order'),
    status: 'Deauthorized',
    order: 'Canceled',
    reason: 'Revoked by a workspace admin: the mini program moved to an in-house team',
  },
];
