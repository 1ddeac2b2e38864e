/** Do lists say what they leave out and why, and do pages offer what their files take? */
import assert from "node:assert/strict";
import { test } from "node:test";
import { drawAnniversary } from "../layouts/anniversary.11ty.ts";
import { drawChapter } from "../layouts/chapter.11ty.ts";
import { drawSubject } from "../layouts/subject.11ty.ts";
import type { SubjectPage } from "../src/page-model.ts";
import { renderHtml } from "../src/render/html.ts";
import * as fixture from "./fixture-pages.ts";
import { timePages } from "./fixture-time-pages.ts";

test("a list that is cut says of how many it shows the first", () => {
  const anniversary = timePages.find(({ kind }) => kind === "anniversary");
  assert.ok(anniversary?.kind === "anniversary");
  const { happened } = anniversary;
  const markup = (total: number) =>
    renderHtml(
      drawAnniversary(
        { ...anniversary, happened: { ...happened, total: happened.shown.length + total } },
        fixture.site,
      ),
    );
  assert.match(markup(9), /<p class="apparatus">The first 3 of 12; the others stand in/);
  assert.match(markup(0), /The first 1 of 21 quotations; the others stand in/);
  assert.doesNotMatch(markup(0), /The first 3 of/);
});

test("a reason stands only under a quotation whose speaker is doubtful", () => {
  const [chapter] = fixture.pages.filter(({ kind }) => kind === "chapter");
  assert.ok(chapter?.kind === "chapter");
  const said = (sure: boolean) =>
    renderHtml(
      drawChapter(
        { ...chapter, said: { shown: [{ ...fixture.quotation, sure }], total: 1 } },
        fixture.site,
      ),
    );
  assert.match(said(false), /<p class="why">The words after the quotation say who speaks/);
  assert.doesNotMatch(said(true), /class="why"/);
});

test("a topic's page offers what its file takes: other phrases, or words fewer than ship", () => {
  const { code: _, ...topic } = fixture.topic;
  const draw = (page: SubjectPage) => renderHtml(drawSubject(page, fixture.site));
  const fewer = /without: \[…\]/;
  const phrases =
    /take it out of the <code>phrases<\/code> in <code>content\/topics\/transport\.md/;
  assert.match(draw({ ...topic, code: "04011000" }), fewer);
  assert.match(draw({ ...topic, isOwnTopic: true }), phrases);
  assert.doesNotMatch(draw({ ...topic, isOwnTopic: true }), fewer);
  for (const never of [fewer, phrases]) assert.doesNotMatch(draw(topic), never);
});
