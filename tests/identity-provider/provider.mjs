// A real OpenID provider for one test class: `node provider.mjs PORT`. Its people are what a test tells it (PUT /test/people/SUB);
// every start has a key of its own, so that starting it again is a key rollover.
import { generateKeyPairSync, randomUUID } from "node:crypto";
import Provider from "oidc-provider";

const port = Number(process.argv[2]), people = new Map();
const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });

const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [{ client_id: "portal", client_secret: "a secret of the test", redirect_uris: ["http://localhost/callback"], post_logout_redirect_uris: ["http://localhost/out"] }],
  jwks: { keys: [{ ...privateKey.export({ format: "jwk" }), kid: randomUUID(), use: "sig", alg: "RS256" }] },
  cookies: { keys: [randomUUID()] },
  claims: { openid: ["sub", "groups"], profile: ["name"], email: ["email", "email_verified"] },
  pkce: { required: () => true },
  features: { devInteractions: { enabled: true } },
  findAccount: (_, id) => people.has(id) && { accountId: id, claims: () => ({ sub: id, ...people.get(id) }) },
});

// The portal's address is known only after it has been told this one.
provider.Client.prototype.redirectUriAllowed = () => true;
provider.Client.prototype.postLogoutRedirectUriAllowed = () => true;

provider.use(async (ctx, next) => {
  const sub = ctx.path.match(/^\/test\/people\/(.+)$/)?.[1];
  if (!sub) return next();
  const chunks = [];
  for await (const chunk of ctx.req) chunks.push(chunk);
  people.set(decodeURIComponent(sub), JSON.parse(Buffer.concat(chunks)));
  ctx.status = 204;
});

// Whoever started it has ended.
process.stdin.on("end", () => process.exit()).resume();
provider.listen(port, "127.0.0.1", () => console.log("listening"));
