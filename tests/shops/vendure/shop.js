// A real Vendure shop on sql.js (SQLite in WebAssembly: no native build, no database server). Run by the scripts beside it.
//   node shop.js seed         fills DATA: seeded.sqlite (catalogue, customers, orders, API key), assets, seed.json
//   node shop.js serve        serves a filled DATA from memory: every start is the same shop again. Ready when DATA/shop.json exists
//   node shop.js place …      a customer buys at the running shop (see the script `place`); prints the order
// Environment: PORT and DATA; KEEP=1 writes changes back to DATA/live.sqlite and serves them again next time.
'use strict';
process.env.VENDURE_DISABLE_TELEMETRY = 'true';
const fs = require('fs'), path = require('path'), zlib = require('zlib');
const { bootstrap, dummyPaymentHandler, DefaultLogger, LogLevel, JobQueueService, LanguageCode, manualFulfillmentHandler } = require('@vendure/core');
const { populateInitialData, populateCollections, importProductsFromCsv } = require('@vendure/core/cli');
const { AssetServerPlugin } = require('@vendure/asset-server-plugin');

const RUNNING = process.env.PURSER_TEST_VENDURE ? JSON.parse(fs.readFileSync(process.env.PURSER_TEST_VENDURE)) : {};
const PORT = +(process.env.PORT || RUNNING.port || 3070), DATA = path.resolve(process.env.DATA || '.');
const SEEDED = path.join(DATA, 'seeded.sqlite'), LIVE = path.join(DATA, 'live.sqlite'), ASSETS = path.join(DATA, 'assets'), IMPORT = path.join(DATA, 'import');
const BASE = `http://127.0.0.1:${PORT}`;

function config(location, autoSave, synchronize) {
  return {
    apiOptions: { port: PORT, hostname: '127.0.0.1', adminApiPath: 'admin-api', shopApiPath: 'shop-api', adminListQueryLimit: 1000, shopListQueryLimit: 100, cors: false },
    authOptions: { tokenMethod: ['bearer', 'api-key'], superadminCredentials: { identifier: 'superadmin', password: 'superadmin' }, requireVerification: false, cookieOptions: { secret: 'test-only' } },
    dbConnectionOptions: { type: 'sqljs', location, autoSave, synchronize, logging: false, ...(fs.existsSync(location) ? { database: new Uint8Array(fs.readFileSync(location)) } : {}) },
    paymentOptions: { paymentMethodHandlers: [dummyPaymentHandler] },
    importExportOptions: { importAssetsDir: IMPORT },
    logger: new DefaultLogger({ level: process.env.VERBOSE ? LogLevel.Info : LogLevel.Warn, timestamp: true }),
    plugins: [AssetServerPlugin.init({ route: 'assets', assetUploadDir: ASSETS, assetUrlPrefix: `${BASE}/assets/` })],
  };
}

// ---- tiny GraphQL client used by the seeding only
async function gql(api, query, variables, token, want) {
  const r = await fetch(`${BASE}/${api}`, { method: 'POST', headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) }, body: JSON.stringify({ query, variables }) });
  const j = await r.json();
  if (j.errors) throw new Error(`${api}: ${JSON.stringify(j.errors)}\n${query}`);
  for (const [k, v] of Object.entries(j.data)) if (v && v.errorCode) throw new Error(`${k}: ${v.errorCode} ${v.message}`);
  return want === 'token' ? [j.data, r.headers.get('vendure-auth-token') || token] : j.data;
}
function png(n) {
  const w = 48, row = Buffer.concat([Buffer.from([0]), Buffer.from(Array.from({ length: w }, () => [(n * 53) & 255, (n * 97) & 255, (n * 151) & 255]).flat())]);
  const chunk = (t, d) => { const b = Buffer.concat([Buffer.from(t), d]), o = Buffer.alloc(8); o.writeUInt32BE(d.length, 0); o.writeUInt32BE(crc(b), 4); return Buffer.concat([o.subarray(0, 4), b, o.subarray(4)]); };
  const ihdr = Buffer.alloc(13); ihdr.writeUInt32BE(w, 0); ihdr.writeUInt32BE(w, 4); ihdr[8] = 8; ihdr[9] = 2;
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', ihdr), chunk('IDAT', zlib.deflateSync(Buffer.concat(Array(w).fill(row)))), chunk('IEND', Buffer.alloc(0))]);
}
function crc(b) { let c = ~0; for (const x of b) { c ^= x; for (let k = 0; k < 8; k++) c = (c >>> 1) ^ (0xedb88320 & -(c & 1)); } return ~c >>> 0; }
let rnd = 42; const rand = n => (rnd = (rnd * 1103515245 + 12345) & 0x7fffffff) % n;

const initialData = {
  defaultLanguage: LanguageCode.en, defaultZone: 'Europe',
  countries: [['DE', 'Germany'], ['AT', 'Austria'], ['FR', 'France']].map(([code, name]) => ({ code, name, zone: 'Europe' })).concat([{ code: 'US', name: 'United States', zone: 'Americas' }]),
  taxRates: [{ name: 'Standard Tax', percentage: 19 }, { name: 'Reduced Tax', percentage: 7 }],
  shippingMethods: [{ name: 'Standard Shipping', price: 490, taxRate: 19 }, { name: 'Express Shipping', price: 1290, taxRate: 19 }],
  paymentMethods: ['Standard Payment:false', 'Instant Payment:true'].map(s => { const [name, a] = s.split(':'); return { name, handler: { code: dummyPaymentHandler.code, arguments: [{ name: 'automaticSettle', value: a }] } }; }),
  collections: [{ name: 'Shirts', filters: [{ code: 'facet-value-filter', args: { facetValueNames: ['Shirts'], containsAny: false } }] }],
};
function catalogueCsv() {
  const q = s => `"${String(s).replace(/"/g, '""')}"`, rows = ['name,slug,description,assets,facets,optionGroups,optionValues,sku,price,taxCategory,stockOnHand,trackInventory,variantAssets,variantFacets'.split(',').join(',')];
  const row = (...c) => rows.push(c.map(q).join(','));
  for (let i = 1; i <= 35; i++) { // simple: one variant, prices in major units, tax included (see updateChannel)
    const n = String(i).padStart(3, '0'), img = i <= 12 ? `s${n}.png` : ''; if (img) fs.writeFileSync(path.join(IMPORT, img), png(i));
    row(`Simple product ${n} – Ünïcode "q" & <b>`, `simple-${n}`, `<p>Long <b>HTML</b> text ${i}</p>`, img, `category:${['Mugs', 'Books & Media', 'Größe'][i % 3]}`, '', '', `SIM-${n}`, (2 + rand(9700) / 100).toFixed(2), i % 4 ? 'standard' : 'reduced', rand(40), 'true', '', '');
  }
  for (let i = 1; i <= 15; i++) {
    const n = String(i).padStart(3, '0'), img = i <= 5 ? `v${n}.png` : ''; if (img) fs.writeFileSync(path.join(IMPORT, img), png(100 + i));
    ['red', 'green', 'blue'].forEach((c, k) => k ? row('', '', '', '', '', '', `${c}|M`, `VAR-${n}-${c}`, (19.95 + i).toFixed(2), 'standard', 10, k === 1 ? 'false' : 'true', '', '')
      : row(`Shirt ${n}`, `shirt-${n}`, 'A shirt', img, 'category:Shirts', 'color|size', `${c}|M`, `VAR-${n}-${c}`, (19.95 + i).toFixed(2), 'standard', 10, 'true', '', ''));
  }
  const f = path.join(IMPORT, 'products.csv'); fs.writeFileSync(f, rows.join('\n') + '\n'); return f;
}

async function placeOrder(i, lines, o = {}) {
  let token; const call = async (q, v) => { const [d, t] = await gql('shop-api', q, v, token, 'token'); token = t; return d; };
  if (o.login) await call('mutation($u:String!){login(username:$u,password:"test1234"){...on CurrentUser{id}...on ErrorResult{errorCode message}}}', { u: o.login });
  for (const [id, quantity] of lines) await call('mutation($id:ID!,$q:Int!){addItemToOrder(productVariantId:$id,quantity:$q){...on Order{id}...on ErrorResult{errorCode message}}}', { id, q: quantity });
  if (!o.login) await call('mutation($in:CreateCustomerInput!){setCustomerForOrder(input:$in){...on Order{id}...on ErrorResult{errorCode message}}}', { in: { emailAddress: `guest${i}@example.org`, firstName: 'Jörg', lastName: `Guest${i}` } });
  const a = { fullName: `Jörg Guest${i}`, company: i % 3 ? '' : 'ACME & Söhne GmbH', streetLine1: `Straße ${i}`, city: i % 5 === 4 ? 'Wien' : 'Berlin', postalCode: i % 5 === 4 ? '1010' : '10115', countryCode: i % 5 === 4 ? 'AT' : 'DE', phoneNumber: '+49 30 123' };
  await call('mutation($a:CreateAddressInput!){setOrderShippingAddress(input:$a){...on Order{id}...on ErrorResult{errorCode message}}}', { a });
  if (i % 2) await call('mutation($a:CreateAddressInput!){setOrderBillingAddress(input:$a){...on Order{id}...on ErrorResult{errorCode message}}}', { a: { ...a, streetLine1: `Rechnungsweg ${i}` } });
  if (o.coupon) await call('mutation($c:String!){applyCouponCode(couponCode:$c){...on Order{id}...on ErrorResult{errorCode message}}}', { c: o.coupon });
  const { eligibleShippingMethods: m } = await call('{eligibleShippingMethods{id name priceWithTax}}');
  await call('mutation($id:[ID!]!){setOrderShippingMethod(shippingMethodId:$id){...on Order{id}...on ErrorResult{errorCode message}}}', { id: [m[i % m.length].id] });
  if (o.stopAt === 'AddingItems') return null;
  await call('mutation{transitionOrderToState(state:"ArrangingPayment"){...on Order{id state}...on OrderStateTransitionError{errorCode message transitionError}}}');
  if (o.stopAt === 'ArrangingPayment') return null;
  const d = await call('mutation($m:String!,$meta:JSON!){addPaymentToOrder(input:{method:$m,metadata:$meta}){...on Order{id code state totalWithTax}...on ErrorResult{errorCode message}}}', { m: o.settle === false ? 'standard-payment' : 'instant-payment', meta: { shouldDecline: !!o.decline } });
  return d.addPaymentToOrder;
}

async function seed() {
  fs.rmSync(DATA, { recursive: true, force: true }); fs.mkdirSync(IMPORT, { recursive: true }); fs.mkdirSync(ASSETS, { recursive: true });
  const app = await bootstrap(config(SEEDED, false, true));
  await app.get(JobQueueService).start();
  await populateInitialData(app, initialData);
  const [, T] = await gql('admin-api', 'mutation{login(username:"superadmin",password:"superadmin"){...on CurrentUser{id}...on ErrorResult{errorCode message}}}', {}, null, 'token');
  const admin = (q, v) => gql('admin-api', q, v, T);
  const ch = (await admin('{activeChannel{id}}')).activeChannel.id;
  await admin('mutation($in:UpdateChannelInput!){updateChannel(input:$in){...on Channel{id}...on ErrorResult{errorCode message}}}', { in: { id: ch, pricesIncludeTax: true, defaultCurrencyCode: 'EUR', availableCurrencyCodes: ['EUR'], trackInventory: true, outOfStockThreshold: 0 } });
  const imp = await importProductsFromCsv(app, catalogueCsv(), LanguageCode.en); if (imp.errors.length) throw new Error(imp.errors.join('\n'));
  await populateCollections(app, initialData);
  await admin('mutation($in:CreateStockLocationInput!){createStockLocation(input:$in){id}}', { in: { name: 'Second Warehouse' } });
  await admin('mutation($in:CreatePromotionInput!){createPromotion(input:$in){...on Promotion{id}...on ErrorResult{errorCode message}}}', { in: { enabled: true, couponCode: 'TEN', translations: [{ languageCode: 'en', name: '10% off' }], conditions: [], actions: [{ code: 'order_percentage_discount', arguments: [{ name: 'discount', value: '10' }] }] } });
  for (let i = 1; i <= 5; i++) {
    const c = await admin('mutation($in:CreateCustomerInput!){createCustomer(input:$in,password:"test1234"){...on Customer{id}...on ErrorResult{errorCode message}}}', { in: { firstName: 'Käthe', lastName: `Müller${i}`, emailAddress: `kunde${i}@example.com`, phoneNumber: '+49 89 1' } });
    await admin('mutation($c:ID!,$in:CreateAddressInput!){createCustomerAddress(customerId:$c,input:$in){id}}', { c: c.createCustomer.id, in: { fullName: `Käthe Müller${i}`, streetLine1: `Hauptstraße ${i}`, city: 'München', postalCode: '80331', countryCode: 'DE', defaultShippingAddress: true, defaultBillingAddress: true } });
  }
  const { productVariants: { items: vs } } = await admin('{productVariants(options:{take:200,sort:{id:ASC}}){items{id sku stockLevels{stockOnHand}}}}');
  const ok = vs.filter(v => v.stockLevels[0].stockOnHand >= 6), orders = [];
  const roles = (await admin('{roles{items{id code}}}')).roles.items.filter(r => r.code === '__super_admin_role__').map(r => r.id);
  const key = (await admin('mutation($in:CreateApiKeyInput!){createApiKey(input:$in){apiKey}}', { in: { roleIds: roles, translations: [{ languageCode: 'en', name: 'erp' }] } })).createApiKey.apiKey;
  for (let i = 1; i <= 20; i++) orders.push(await placeOrder(i, [[ok[i % ok.length].id, 1 + i % 3], [ok[(i * 7 + 3) % ok.length].id, 1]], { login: i % 4 === 2 ? `kunde${1 + i % 5}@example.com` : null, coupon: i % 6 === 0 ? 'TEN' : null, settle: i % 5 !== 0, stopAt: i === 19 ? 'AddingItems' : i === 20 ? 'ArrangingPayment' : null }));
  const done = orders.filter(Boolean), full = async id => (await admin('query($id:ID!){order(id:$id){id code state totalWithTax lines{id quantity unitPriceWithTax}payments{id amount}}}', { id })).order;
  const ship = async (o, part) => { const f = (await admin('mutation($in:FulfillOrderInput!){addFulfillmentToOrder(input:$in){...on Fulfillment{id}...on ErrorResult{errorCode message}}}', { in: { lines: o.lines.slice(0, part ? 1 : undefined).map(l => ({ orderLineId: l.id, quantity: part ? 1 : l.quantity })), handler: { code: manualFulfillmentHandler.code, arguments: [{ name: 'method', value: 'DHL' }, { name: 'trackingCode', value: `TRACK-${o.code}` }] } } })).addFulfillmentToOrder.id;
    await admin('mutation($id:ID!){transitionFulfillmentToState(id:$id,state:"Shipped"){...on Fulfillment{id}...on ErrorResult{errorCode message}}}', { id: f }); return f; };
  const refund = async (o, amount) => { const r = await admin('mutation($in:RefundOrderInput!){refundOrder(input:$in){...on Refund{id state}...on ErrorResult{errorCode message}}}', { in: { paymentId: o.payments[0].id, amount, lines: [], shipping: 0, adjustment: 0, reason: 'damaged' } });
    if (r.refundOrder.state === 'Pending') await admin('mutation($in:SettleRefundInput!){settleRefund(input:$in){...on Refund{id}...on ErrorResult{errorCode message}}}', { in: { id: r.refundOrder.id, transactionId: 'R1' } }); };
  const cancel = o => admin('mutation($in:CancelOrderInput!){cancelOrder(input:$in){...on Order{id}...on ErrorResult{errorCode message}}}', { in: { orderId: o.id, reason: 'customer', cancelShipping: true } });
  await ship(await full(done[0].id)); await ship(await full(done[1].id), true);
  const delivered = await ship(await full(done[2].id)); await admin('mutation($id:ID!){transitionFulfillmentToState(id:$id,state:"Delivered"){...on Fulfillment{id}...on ErrorResult{errorCode message}}}', { id: delivered });
  { const o = await full(done[3].id); await cancel(o); await refund(o, o.totalWithTax); }
  { const o = await full(done[5].id); await refund(o, o.lines[0].unitPriceWithTax); }
  await admin('mutation($in:AddNoteToOrderInput!){addNoteToOrder(input:$in){id}}', { in: { id: done[6].id, note: 'Bitte klingeln 🙂', isPublic: true } });
  await app.get(require('@vendure/core').TransactionalConnection).rawConnection.driver.save(SEEDED);
  fs.writeFileSync(path.join(DATA, 'seed.json'), JSON.stringify({ apiKey: key, variants: vs.length, orders: done.length }));
  await app.close(); console.log(`seeded: ${vs.length} variants, ${done.length} placed orders`);
}
async function serve() {
  const keep = process.env.KEEP === '1', from = keep ? LIVE : SEEDED;
  if (keep && !fs.existsSync(LIVE)) fs.copyFileSync(SEEDED, LIVE);
  const app = await bootstrap(config(from, keep, false)); await app.get(JobQueueService).start();
  const seeded = JSON.parse(fs.readFileSync(path.join(DATA, 'seed.json'))), ready = path.join(DATA, 'shop.json');
  fs.writeFileSync(`${ready}.new`, JSON.stringify({ port: PORT, admin: `${BASE}/admin-api`, shop: `${BASE}/shop-api`, user: 'superadmin', password: 'superadmin', apiKeyHeader: 'vendure-api-key', apiKey: seeded.apiKey, channelTokenHeader: 'vendure-token', variants: seeded.variants, orders: seeded.orders }) + '\n');
  fs.renameSync(`${ready}.new`, ready);
  const end = async () => { await app.close(); process.exit(0); }; process.on('SIGTERM', end); process.on('SIGINT', end);
}
async function place() {
  const [n, ...rest] = process.argv.slice(3), o = Object.fromEntries(rest.filter(x => x.includes('=')).map(x => x.split('=')));
  const [, T] = await gql('admin-api', 'mutation{login(username:"superadmin",password:"superadmin"){...on CurrentUser{id}}}', {}, null, 'token'), lines = [];
  for (const [sku, q] of rest.filter(x => !x.includes('=')).map(x => x.split(':'))) {
    const d = await gql('admin-api', 'query($s:String!){productVariants(options:{filter:{sku:{eq:$s}}}){items{id}}}', { s: sku }, T);
    if (!d.productVariants.items.length) throw new Error(`no sku ${sku}`); lines.push([d.productVariants.items[0].id, +(q || 1)]);
  }
  console.log(JSON.stringify(await placeOrder(+n, lines, { ...o, settle: o.settle !== 'false' })));
}
({ seed, serve, place }[process.argv[2]] || (() => { console.error('seed | serve | place'); process.exit(2); }))().then(() => process.argv[2] !== 'serve' && process.exit(0), e => { console.error(e); process.exit(1); });
