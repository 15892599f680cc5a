/** Reads the newest story and says who disputes what in it: `node target/out/read-story.js http://127.0.0.1:8080`. */
import { setTimeout as wait } from "node:timers/promises";
import createClient from "openapi-fetch";
import type { components, paths } from "../target/counterclaim.js";

type Story = components["schemas"]["Story"];
type StoryClaims = components["schemas"]["ClaimServiceStoryClaims"];

// @ts-expect-error what is not in the contract is not in its types: they know a story whole
export type Nothing = Story["nothing"];

const TRIES = 5;

// A story has other forms too: whoever wants JSON says so, in the types and on the wire.
const gateway = createClient<paths, "application/json" | "application/problem+json">({
  baseUrl: process.argv[2] ?? "http://127.0.0.1:8080",
  headers: { Accept: "application/json" },
});

async function newest(): Promise<string> {
  const { data, error } = await gateway.GET("/v1/stories", { params: { query: { limit: 1 } } });
  if (error) throw new Error(`${error.title}: ${error.detail}`);
  const card = data.items[0];
  if (!card) throw new Error("There is no story.");
  return card.id;
}

async function read(id: string): Promise<Story> {
  const { data, error } = await gateway.GET("/v1/stories/{id}", { params: { path: { id } } });
  if (error) throw new Error(`${error.title}: ${error.detail}`);
  return data;
}

/** A story can come without its claims: then it says why, and when to ask again. */
async function readWhole(id: string): Promise<{ story: Story; claims: StoryClaims }> {
  for (let tries = 1; ; tries++) {
    const story = await read(id);
    if (story.claims) return { story, claims: story.claims };
    const missing = story.completeness.missing?.[0];
    if (!missing || tries === TRIES) throw new Error(`The claims are missing: ${missing?.reason}`);
    await wait(missing.retryAfter * 1000);
  }
}

function names(claims: StoryClaims, claimId: string): string {
  const claim = claims.items.find((item) => item.id === claimId);
  return (claim?.positions ?? [])
    .map((position) => {
      const party = claims.parties.find((known) => known.id === position.party);
      return `${party?.name ?? "somebody"} ${position.stance}`;
    })
    .join(", ");
}

const { data: start } = await gateway.GET("/");
const { story, claims } = await readWhole(await newest());
console.log(`Counterclaim ${start?.version}: ${story.article.headline}`);
for (const entry of claims.digest.disputed) {
  console.log(`  ${entry.disputeStatus}: ${entry.shortText} (${names(claims, entry.claimId)})`);
}
if (claims.digest.disputed.length === 0) throw new Error("Nothing is disputed in it, and something should be.");
