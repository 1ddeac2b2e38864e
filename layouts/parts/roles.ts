/** How are a person's offices and roles drawn: each as printed, from when to when, with its sentence? For layouts. */
import type { RoleGroup } from "../../src/page-model.ts";
import { type Html, html } from "../../src/render/html.ts";
import { drawRemarks } from "./entries.ts";
import { drawWords } from "./evidence.ts";
import { type Frame, languageOf } from "./frame.ts";

type RoleForm = RoleGroup["forms"][number];

/** Roles that stand open before the rest is folded. */
const OPEN_ROLES = 12;

/** Returns roles as a table, each with its sentence in a row beneath it; nothing if there are none. */
export function drawRoles(roles: readonly RoleGroup[], frame: Frame): Html | undefined {
  if (roles.length === 0) return undefined;
  const rest = roles.slice(OPEN_ROLES);
  return html`${drawTable(roles.slice(0, OPEN_ROLES), frame.say("heading.roles"), frame)}${
    rest.length > 0 &&
    html`<details class="rest"><summary>${frame.say("person.rolesMore", { count: rest.length })}</summary>
${drawTable(rest, frame.say("heading.moreRoles"), frame)}</details>
`
  }`;
}

function drawTable(roles: readonly RoleGroup[], label: string, frame: Frame): Html {
  return html`<section class="table" aria-label="${label}" tabindex="0"><table class="roles">
<thead><tr><th scope="col">${frame.say("person.role")}</th><th scope="col">${frame.say("person.firstPrinted")}</th><th scope="col">${frame.say("person.lastPrinted")}</th><th scope="col" class="number">${frame.say("person.articles")}</th></tr></thead>
${roles.map((role) => drawRole(role, frame))}</table></section>
`;
}

function drawRole(role: RoleGroup, frame: Frame): Html {
  const { first, last, count, forms } = role;
  return html`<tbody>
<tr class="role"><th scope="row"><bdi${languageOf(last.article, frame.site, role.title)}>${role.title}</bdi></th><td><a href="${frame.link(first.address)}">${first.article.dateLabel}</a></td><td><a href="${frame.link(last.address)}">${last.article.dateLabel}</a></td><td class="number">${frame.number(count)}</td></tr>
<tr class="because"><td colspan="4">${drawForms(forms, frame)}</td></tr>
</tbody>
`;
}

/** The sentence of the form shown, and those of the others folded. */
function drawForms([shown, ...others]: readonly RoleForm[], frame: Frame): Html {
  return html`${shown !== undefined && drawSentence(shown, frame)}${
    others.length > 0 &&
    html`<details><summary>${frame.say("person.forms", { count: others.length })}</summary>
<ul class="forms">${others.map(
      (form) => html`
<li><p><b><bdi${languageOf(form.sentence.article, frame.site, form.title)}>${form.title}</bdi></b> <span class="count">${frame.say("count.articles", { count: form.count })}</span></p>
${drawSentence(form, frame)}</li>`,
    )}
</ul></details>`
  }`;
}

function drawSentence({ sentence }: RoleForm, frame: Frame): Html {
  return html`<p class="sentence-shown"><span${languageOf(sentence.article, frame.site, sentence.text)}>${drawWords(sentence)}</span> <a class="evidence" href="${frame.link(sentence.address)}">${sentence.article.dateLabel}</a>${drawRemarks(sentence.article, frame)}</p>`;
}
