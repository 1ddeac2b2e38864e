/** Are lines made of the words of page furniture known in many languages, and are those of an article left alone? */
import assert from "node:assert/strict";
import { test } from "node:test";
import { furnitureOf } from "../src/parse/furniture-vocabulary.ts";
import { parseArticle } from "../src/parse/parse.ts";
import { shadowOf } from "../src/text/shadow.ts";

const FURNITURE: Readonly<Record<string, readonly string[]>> = {
  "share-bar": [
    "Share this article",
    "Gift this article",
    "Diesen Artikel weiterempfehlen",
    "Partager sur Facebook",
    "Ajouter à vos favoris",
    "Comparte esta noticia",
    "Condividi su Facebook",
    "Deel dit artikel",
    "Del artikkelen",
    "Jaa artikkeli",
    "Поделиться",
    "شارك المقال",
    "اشتراک‌گذاری",
    "शेयर करें",
    "分享到微信",
    "シェアする",
    "공유하기",
    "Chia sẻ",
  ],
  "comment-form": [
    "Show 12 comments",
    "Schreiben Sie den ersten Kommentar",
    "Voir les commentaires",
    "Ver comentarios",
    "Reageer op dit artikel",
    "Yorumlar",
    "التعليقات",
    "תגובות",
    "댓글",
  ],
  newsletter: [
    "Already a subscriber? Log in",
    "Cet article est réservé aux abonnés",
    "Il vous reste 70 % de cet article à lire",
    "Inicia sesión para seguir leyendo",
    "Meld je aan voor onze nieuwsbrief",
    "Подписывайтесь на наш канал",
    "この記事は会員限定です",
  ],
  "related-link": [
    "Lee también: El puente reabre en mayo",
    "Baca juga: Jembatan dibuka kembali",
    "Zobacz również",
    "Čtěte také",
    "Читайте також",
    "İlgili Haberler",
    "بیشتر بخوانید",
    "مزید پڑھیں",
    "相关阅读",
  ],
  "page-furniture": [
    "SKIP ADVERTISEMENT",
    "Listen to this article · 6 min",
    "Zur Startseite",
    "Continua após a publicidade",
    "© RIPRODUZIONE RISERVATA",
    "Artiklen fortsætter efter annoncen",
    "إعلان",
    "무단전재 및 재배포 금지",
  ],
};

for (const [rule, lines] of Object.entries(FURNITURE)) {
  for (const line of lines) {
    test(`${rule}: ${line}`, () => {
      assert.equal(furnitureOf(shadowOf(line))?.rule, rule);
    });
  }
}

const ARTICLES: readonly string[] = [
  "Share prices fall in Port Ellis",
  "The council has its say",
  "Show of hands",
  "Follow the ferry",
  "Comments by the mayor anger bakers",
  "Register of ships to be printed",
  "Read more slowly, says teacher",
  "Mehr Licht im Hafen",
  "Partager la farine",
  "Compartir mesa con el alcalde",
  "Del på bryggen revet",
  "Поделиться хлебом",
  "更多面包师来到港口",
  "記事の内容をめぐり市長が謝罪",
  "The paper said: read more",
  "26 January 2022",
];

for (const line of ARTICLES) {
  test(`no furniture: ${line}`, () => {
    assert.equal(furnitureOf(shadowOf(line)), undefined);
  });
}

const PARAGRAPH =
  "The mayor and a baker met on the harbour on Monday and spoke at some length about flour.";

test("between paragraphs such a line is removed under its rule, and as a headline it stays", () => {
  const text = [
    "Watch the full gallery",
    PARAGRAPH,
    "Voir les commentaires",
    `${PARAGRAPH} They agreed.`,
    `${PARAGRAPH} They parted.`,
  ].join("\n\n");
  const { headline, removed } = parseArticle(text);
  assert.equal(headline?.text, "Watch the full gallery");
  assert.deepEqual(
    removed.map(({ rule, start, end }) => [rule, text.slice(start, end)]),
    [["comment-form", "Voir les commentaires"]],
  );
});
