/** Words that stand nowhere else: where one of them is found, a secret has leaked. Plain letters, so that no folding hides them. */
export const canaries = {
  name: 'Kwzyxa Jqvblo',
  address: 'to 4 thon Xqwvuzib',
  phone: '0398217465',
  identity: '098765012349',
  subject: 'ong Zvkqwhon truong phong Jxqubwe',
  text: 'Nhan muoi hai trieu cua ho Wzqxvuka de lam nhanh.',
  long: `${'Ke them cho day du. '.repeat(300)} Cuoi cung la Qjxzwvola.`,
  reason: 'Ghi nham vi Vxqzjwuni noi nho',
  mended: 'Nhan hai muoi trieu cua ho Bqxzwvame.',
  source_number: 'SoCu-Gxqzwv-77',
  visitor_identity: '031206598473',
  misfiled: 'Thu tien trai phep o xom Hxqzwvmis',
  misfiled_name: 'Pxqzwvmi Tjxqbo',
  accepted: 'Thu tien trai quy dinh tai xom Wqzxvacc',
  extract: 'Xac minh viec thu tien tai xom Kvqzxwext',
  report: 'Da thay bien lai ghi Yqzxwvrep',
  conclusion: 'Ket luan thu sai tai quay Zxqvwcon',
  notice: 'Bao cho biet phan Qvzxwnot la dung',
  protection: 'Bi doa boi nguoi di xe Jzqxvpro',
  passphrase: 'hqzxwv juxqabi wvoqxz kqzxume',
} as const

/** What is looked for: the words nobody else would write. */
export const needles = [
  'Kwzyxa',
  'Jqvblo',
  'Xqwvuzib',
  '0398217465',
  '098765012349',
  'Zvkqwhon',
  'Jxqubwe',
  'Wzqxvuka',
  'Qjxzwvola',
  'Vxqzjwuni',
  'Bqxzwvame',
  'Gxqzwv',
  'hqzxwv',
  'juxqabi',
  '031206598473',
  'Wqzxvacc',
  'Kvqzxwext',
  'Yqzxwvrep',
  'Zxqvwcon',
  'Qvzxwnot',
  'Jzqxvpro',
] as const

/** Words of a petition that was sealed away after it had stood open: tables and files may not hold them any more. */
export const erased = ['Hxqzwvmis', 'Pxqzwvmi', 'Tjxqbo'] as const
