#include "channels/practicestore/practicestore.h"

#include "channels/practicestore/api.h"
#include "channels/practicestore/pages.h"
#include "channels/practicestore/statefile.h"

namespace channels::practicestore {
namespace {

constexpr int mostRandomOrders = 10'000;
constexpr qint64 oversize = 70 * 1024 * 1024;

using Kind = FaultPlan::Kind;
using Delivery = web::Response::Delivery;

bool isInterface(const QString &path) { return path.startsWith(QLatin1String("/wp-json")) || path.startsWith(QLatin1String("/index.php/wp-json")); }

web::Response toAnswer(const Shop &shop, const Reply &reply)
{
    web::Response answer = web::Response::json(reply.body.toJson(), reply.status);
    answer.set("Link", '<' + shop.home.toUtf8() + "/wp-json/>; rel=\"https://api.w.org/\"");
    for (const auto &[name, value] : reply.headers)
        answer.add(name, value);
    return answer;
}

web::Response page(int status, const char *title, const char *text)
{
    return web::Response::html(QStringLiteral("<!DOCTYPE html>\n<html><head><title>%1</title></head><body><p>%2</p></body></html>\n")
                                   .arg(QString::fromLatin1(title), QString::fromLatin1(text)),
                               status);
}

web::Response tooMany(const char *retryAfter)
{
    web::Response answer = page(429, "Too Many Requests", "Slow down.");
    if (retryAfter)
        answer.set("Retry-After", retryAfter);
    return answer;
}

web::Response brokenShop()
{
    return web::Response::json(
        R"({"code":"internal_server_error","message":"There has been a critical error on this website.","data":{"status":500}})", 500);
}

QString nameOf(const web::Request &request)
{
    QStringList words;
    for (const QString &part : request.path.mid(request.path.indexOf(QLatin1String("/v3")) + 3).split(u'/', Qt::SkipEmptyParts))
        if (part.toLongLong() == 0)
            words.append(part);
    return QString::fromLatin1(request.method) + u' ' + words.join(u'/');
}

} // namespace

PracticeStore::PracticeStore(Options options) : m_options(std::move(options)), m_gate(m_options.keys)
{
    if (!m_options.clock)
        m_options.clock = [] { return Instant::of(QDateTime::currentDateTimeUtc()); };
    m_shop.settings = m_options.settings;
    m_shop.random.seed(m_options.seed);
    m_shop.clock = [this] { return m_options.clock().plusSeconds(m_faults.skewSeconds()); };
    stock(m_shop);
}

PracticeStore::~PracticeStore() { stop(); }

Result<> PracticeStore::start()
{
    if (const auto set = setFaults(m_options.faults); !set)
        return set.error();
    if (!m_options.stateFile.isEmpty()) {
        m_file = std::make_unique<StateFile>(m_options.stateFile);
        if (m_file->isThere())
            if (const auto loaded = m_file->load(m_shop); !loaded)
                return loaded.error();
        if (const auto written = m_file->rewrite(m_shop); !written)
            return written.error();
        m_shop.changedProducts.clear();
        m_shop.changedOrders.clear();
    }
    m_server = std::make_unique<web::Server>(
        serverOptions(), [this]() -> Result<web::Handler> { return web::Handler([this](const web::Request &request) { return handle(request); }); });
    if (const auto started = m_server->start(); !started)
        return started.error();
    const std::lock_guard lock(m_mutex);
    m_shop.home = m_options.home.isEmpty() ? url() : m_options.home;
    return Done{};
}

/// Only this machine comes here, under its own names, with as many connections and as fast as a test likes.
web::Options PracticeStore::serverOptions() const
{
    web::Options options;
    options.port = m_options.port;
    options.certificate = m_options.certificate;
    options.privateKey = m_options.privateKey;
    options.names = QStringList{QStringLiteral("127.0.0.1"), QStringLiteral("localhost")};
    options.methods = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"};
    options.headers.clear(); // those of the shop that it plays
    options.limits.head = 16 * 1024;
    options.limits.body = 16 * 1024 * 1024;
    options.limits.perAddress = options.limits.connections;
    options.limits.requests = 1000;
    return options;
}

void PracticeStore::stop() { m_server.reset(); }

int PracticeStore::port() const { return m_server ? m_server->port() : 0; }

QString PracticeStore::url() const
{
    const QString scheme = m_options.certificate.isEmpty() ? QStringLiteral("http") : QStringLiteral("https");
    return QStringLiteral("%1://127.0.0.1:%2").arg(scheme).arg(port());
}

// ---- what tests and the command line do to it

Result<qint64> PracticeStore::placeOrder(const Purchase &purchase)
{
    const std::lock_guard lock(m_mutex);
    auto order = practicestore::placeOrder(m_shop, purchase);
    keep();
    return order;
}

std::vector<qint64> PracticeStore::takeRandomOrders(int count, bool restock)
{
    const std::lock_guard lock(m_mutex);
    std::vector<qint64> orders = randomOrders(count, restock);
    keep();
    return orders;
}

std::vector<qint64> PracticeStore::randomOrders(int count, bool restock)
{
    std::vector<qint64> orders;
    for (int i = 0; i < std::min(count, mostRandomOrders); ++i) {
        if (restock)
            fillShelves(m_shop);
        if (const auto order = practicestore::placeOrder(m_shop, randomPurchase(m_shop)))
            orders.push_back(*order);
    }
    return orders;
}

void PracticeStore::setProduct(const Product &product)
{
    change([&](Shop &shop) {
        const Product *known = shop.productWithSku(product.sku);
        const qint64 id = known ? known->id : ++shop.lastId;
        Product &kept = shop.products[id] = product;
        kept.id = id;
        kept.createdAt = kept.createdAt ? kept.createdAt : shop.now();
        shop.touch(kept);
    });
}

void PracticeStore::change(const std::function<void(Shop &)> &act)
{
    const std::lock_guard lock(m_mutex);
    act(m_shop);
    keep();
}

Result<> PracticeStore::setFaults(const QString &plan)
{
    auto parsed = FaultPlan::parse(plan);
    if (!parsed)
        return parsed.error();
    const std::lock_guard lock(m_mutex);
    m_faults = *std::move(parsed);
    return Done{};
}

QString PracticeStore::faults() const
{
    const std::lock_guard lock(m_mutex);
    return m_faults.toString();
}

std::vector<Order> PracticeStore::orders() const
{
    const std::lock_guard lock(m_mutex);
    std::vector<Order> all;
    for (const auto &[id, order] : m_shop.orders)
        all.push_back(order);
    return all;
}

std::optional<Order> PracticeStore::order(qint64 id) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_shop.orders.find(id);
    return found == m_shop.orders.end() ? std::nullopt : std::optional(found->second);
}

std::optional<Product> PracticeStore::product(const QString &sku) const
{
    const std::lock_guard lock(m_mutex);
    for (const auto &[id, product] : m_shop.products)
        if (product.sku == sku)
            return product;
    return {};
}

PracticeStore::Counters PracticeStore::counters() const
{
    const std::lock_guard lock(m_mutex);
    return m_counters;
}

// ---- what comes from the net

web::Response PracticeStore::handle(const web::Request &request)
{
    const std::lock_guard lock(m_mutex);
    web::Response reply = answer(request);
    keep();
    return reply;
}

web::Response PracticeStore::answer(const web::Request &request)
{
    if (isInterface(request.path))
        return callInterface(request);
    const QByteArray origin = request.header("origin"); // a page elsewhere must not order here
    if (!request.isRead() && !origin.isEmpty() && origin != homeOf(request).toUtf8())
        return page(403, "Forbidden", "This comes from another place.");
    return request.path.startsWith(QLatin1String("/practice/")) ? rehearse(request) : shopPage(m_shop, request);
}

QString PracticeStore::homeOf(const web::Request &request) const
{
    if (!m_options.home.isEmpty())
        return m_options.home;
    return (request.encrypted ? QStringLiteral("https://") : QStringLiteral("http://")) + QString::fromUtf8(request.header("host"));
}

void PracticeStore::count(const web::Request &request)
{
    ++m_counters.requests;
    if (!request.isRead())
        ++m_counters.writes;
    ++m_counters.calls[nameOf(request)];
}

bool PracticeStore::strikes(Kind kind)
{
    const bool struck = m_faults.strikes(kind);
    m_counters.troubled += struck;
    return struck;
}

std::optional<web::Response> PracticeStore::troubleBefore()
{
    if (strikes(Kind::Drop)) {
        web::Response nothing;
        nothing.delivery = Delivery::Lost;
        return nothing;
    }
    if (strikes(Kind::TooMany))
        return tooMany("1");
    if (strikes(Kind::TooManyBare))
        return tooMany(nullptr);
    if (strikes(Kind::TooManyLong))
        return tooMany("315360000");
    if (strikes(Kind::Error))
        return brokenShop();
    if (strikes(Kind::Maintenance)) {
        web::Response answer = page(503, "Maintenance", "Briefly unavailable for scheduled maintenance. Check back in a minute.");
        answer.set("Retry-After", "600");
        return answer;
    }
    if (strikes(Kind::Html))
        return page(200, "Please wait", "Checking your browser before you enter.");
    if (strikes(Kind::Empty))
        return web::Response::json({});
    if (strikes(Kind::Denied))
        return toAnswer(m_shop, failure(401, "woocommerce_rest_cannot_view", QStringLiteral("Sorry, you cannot list resources.")));
    return {};
}

void PracticeStore::troubleAfter(const web::Request &request, web::Response &answer)
{
    if (!request.isRead() && strikes(Kind::Lost))
        answer.delivery = Delivery::Lost;
    else if (!request.isRead() && strikes(Kind::ErrorDone))
        answer = brokenShop();
    else if (strikes(Kind::Truncated))
        answer.delivery = Delivery::Truncated;
    else if (strikes(Kind::Slow))
        answer.delivery = Delivery::Drip;
    else if (strikes(Kind::Oversize))
        answer.padding = oversize;
}

web::Response PracticeStore::callInterface(const web::Request &request)
{
    count(request);
    if (auto trouble = troubleBefore())
        return *std::move(trouble);
    const bool welcome = request.path.endsWith(QLatin1String("/wp-json")) || request.path.endsWith(QLatin1String("/wp-json/"));
    const QString base = homeOf(request) + QString::fromUtf8(request.encodedPath());
    if (const auto refused = welcome ? std::nullopt : m_gate.refuses(request, base, m_shop.now().micros / 1'000'000)) {
        ++m_counters.refused;
        return toAnswer(
            m_shop, {refused->status,
                     Json::object({{"code", refused->code}, {"message", refused->message}, {"data", Json::object({{"status", refused->status}})}}),
                     {}});
    }
    web::Response answer;
    if (!request.isRead() && strikes(Kind::Ignored)) {
        Shop pretence = m_shop;
        answer = toAnswer(pretence, callApi(pretence, m_faults, request));
    } else {
        answer = toAnswer(m_shop, callApi(m_shop, m_faults, request));
    }
    troubleAfter(request, answer);
    return answer;
}

/// /practice/…: for the one who rehearses.
web::Response PracticeStore::rehearse(const web::Request &request)
{
    Reply reply{404, Json::object({{"error", "There is no such exercise."}}), {}};
    if (request.path == QLatin1String("/practice/state") && request.isRead()) {
        reply = {200,
                 Json::object({{"orders", qint64(m_shop.orders.size())},
                               {"products", qint64(m_shop.products.size())},
                               {"requests", m_counters.requests},
                               {"writes", m_counters.writes},
                               {"troubled", m_counters.troubled},
                               {"faults", m_faults.toString()}}),
                 {}};
    } else if (request.path == QLatin1String("/practice/faults") && request.method == "POST") {
        const auto body = Json::parse(request.body);
        auto plan = FaultPlan::parse(body ? (*body)["plan"].text() : QStringLiteral("?"));
        reply = {plan ? 200 : 400, Json::object({{plan ? "faults" : "error", plan ? plan->toString() : plan.error().text}}), {}};
        if (plan)
            m_faults = *std::move(plan);
    } else if (request.path == QLatin1String("/practice/orders") && request.method == "POST") {
        JsonArray ids;
        for (const qint64 id : randomOrders(request.query.text(QStringLiteral("count"), QStringLiteral("1")).toInt(),
                                            Query(request.query).flag(QStringLiteral("restock"))))
            ids.emplace_back(id);
        reply = {201, Json::object({{"items", ids}}), {}};
    }
    return toAnswer(m_shop, reply);
}

void PracticeStore::keep()
{
    if (!m_file)
        return;
    if (const auto kept = m_file->append(m_shop); !kept)
        qWarning("%s", kept.error().text.toUtf8().constData());
}

} // namespace channels::practicestore
