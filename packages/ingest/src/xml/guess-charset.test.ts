import { describe, expect, it } from 'vitest';
import { guessCharset } from './guess-charset.ts';

/** Writes a text in a charset that TextDecoder reads, by looking its one- and two-byte sequences up. */
function encode(text: string, charset: string): Uint8Array {
  const decoder = new TextDecoder(charset);
  const bytes = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead < 0x100; lead++) {
    for (let trail = 0x40; trail < 0xff; trail++) {
      const letter = decoder.decode(Uint8Array.of(lead, trail));
      if ([...letter].length === 1 && !bytes.has(letter)) bytes.set(letter, [lead, trail]);
    }
  }
  for (let one = 0; one < 0x100; one++) bytes.set(decoder.decode(Uint8Array.of(one)), [one]);
  return Uint8Array.from([...text].flatMap((letter) => [...(bytes.get(letter) ?? [0x3f])]));
}

describe('guessCharset', () => {
  it.each([
    ['shift_jis', 'shift_jis', '市議会は火曜日に予算を承認しました。これは三年ぶりのことです。'],
    ['euc-jp', 'euc-jp', '市議会は火曜日に予算を承認しました。これは三年ぶりのことです。'],
    ['euc-kr', 'euc-kr', '시의회는 화요일에 예산을 승인했다고 시장이 말했다.'],
    ['big5', 'big5', '市議會在星期二通過了預算，市長說這是我們的一個好的開始，也是人民要的。'],
    ['gb2312', 'gb18030', '市议会在星期二通过了预算，市长说这是我们的一个好的开始，也是人民要的。'],
    ['koi8-r', 'koi8-r', 'Городской совет утвердил бюджет во вторник, сообщил мэр города.'],
    ['windows-1251', 'windows-1251', 'Городской совет утвердил бюджет во вторник, сообщил мэр города.'],
    ['tis-620', 'windows-874', 'สภาเมืองอนุมัติงบประมาณเมื่อวันอังคาร'],
    ['windows-1255', 'windows-1255', 'מועצת העיר אישרה את התקציב ביום שלישי'],
  ])('takes a text in %s for that', (label, charset, text) => {
    const bytes = encode(text, charset);
    expect(guessCharset(bytes)?.label).toBe(label);
    expect(new TextDecoder(guessCharset(bytes)?.decoder).decode(bytes)).toBe(text);
  });

  it('leaves Western text with its lone accents, and noise, alone', () => {
    expect(
      guessCharset(encode('El concejo aprobó el presupuesto; mañana votará la comisión', 'windows-1252')),
    ).toBeNull();
    expect(guessCharset(Uint8Array.from({ length: 300 }, (_, at) => 128 + ((at * 37) % 128)))).toBeNull();
    expect(guessCharset(new Uint8Array())).toBeNull();
  });
});
