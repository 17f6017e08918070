#include "channels/engine/check.h"

#include "base/planted.h"
#include "channels/engine/apply.h"
#include "channels/engine/field.h"
#include "channels/engine/gone.h"
#include "channels/engine/listing.h"
#include "channels/engine/run.h"

#include <QCoreApplication>

using namespace channels;

static QString tr(const char *text) { return QCoreApplication::translate("Check", text); }

int CheckReport::repaired() const
{
    return int(std::count_if(rows.begin(), rows.end(), [](const CheckRow &row) { return row.result == QLatin1String("repaired"); }));
}

QString CheckReport::inWords() const
{
    return tr("check: %1 compared, %2 differed, %3 repaired, %4 orders missed before").arg(compared).arg(rows.size()).arg(repaired()).arg(missed);
}

namespace {

constexpr qint64 daysReadAgain = 3;
constexpr size_t rowsKept = 500;

using Shown = std::map<std::pair<QString, QString>, RemoteProduct>; ///< by parent and id

Shown everythingShown(Connector &connector, Run &run, SyncControl &control)
{
    Shown shown;
    QString token;
    do {
        if (control.cancelled)
            throw Failure(Failure::Kind::Cancelled, tr("Cancelled."));
        ProductPage page = connector.products(token);
        for (RemoteProduct &product : page.products) {
            const std::pair key(product.externalParent, product.externalId);
            shown[key] = std::move(product);
        }
        token = page.next;
        run.renew();
        if (control.progress)
            control.progress(tr("Check"), qint64(shown.size()), -1);
    } while (!token.isEmpty());
    return shown;
}

/// Writes down what the shop really shows; what differs from what it should show is what the following push sends.
class Comparison {
public:
    Comparison(Tx &tx, const Channel &channel, const Shown &shown, CheckReport &report)
        : m_tx(tx), m_channel(channel), m_own(ownFields(tx, channel.id)), m_shown(shown), m_report(report)
    {}

    Result<> run()
    {
        m_report.rows.clear();
        m_report.compared = 0;
        std::vector<Wanted> missing;
        for (Wanted &wanted : listedOn(m_tx, m_channel)) {
            if (wanted.listing.externalId.isEmpty())
                continue;
            const bool wasGone = wanted.listing.presence == Presence::Gone;
            const auto there = m_shown.find({wanted.listing.externalParent, wanted.listing.externalId});
            if (there == m_shown.end() && wasGone) {
                tellMissing(wanted);
                continue;
            }
            ++m_report.compared;
            if (there == m_shown.end()) {
                missing.push_back(std::move(wanted));
                continue;
            }
            if (wasGone)
                tellBack(m_tx, m_channel, wanted.listing);
            compare(wanted, there->second);
        }
        if (!missing.empty() && !planted("no_brake") && (m_shown.empty() || missing.size() * 5 >= size_t(m_report.compared)))
            return Error{Error::Kind::Unavailable, QStringLiteral("channel_broken"),
                         tr("The shop shows only %1 of %2 products. Nothing was changed.")
                             .arg(size_t(m_report.compared) - missing.size())
                             .arg(m_report.compared),
                         tr("Look into the shop. If they are really gone, take them off the channel.")};
        for (const Wanted &wanted : missing)
            tellGone(m_tx, m_channel, wanted, tellMissing(wanted));
        return Done{};
    }

private:
    void compare(const Wanted &wanted, const RemoteProduct &there)
    {
        Listing listing = wanted.listing;
        const auto text = [](const auto &value) { return value ? value->toString() : QString(); };
        if (m_own.has(PushField::Stock) && listing.confirmedStock && there.stock && *listing.confirmedStock != *there.stock)
            differs(wanted, "stock", text(listing.confirmedStock), text(there.stock));
        if (there.stock)
            listing.confirmedStock = there.stock;
        else if (listing.confirmedStock)
            explain(wanted, "stock", text(listing.confirmedStock), tr("The shop does not count its stock."));
        if (m_own.has(PushField::Price) && listing.confirmedPrice && there.price && *listing.confirmedPrice != there.price->millionths)
            differs(wanted, "price", UnitPrice{*listing.confirmedPrice, m_channel.currency}.toString(), there.price->toString());
        if (there.price)
            listing.confirmedPrice = there.price->millionths;
        if (listing.confirmedStock != wanted.listing.confirmedStock || listing.confirmedPrice != wanted.listing.confirmedPrice)
            m_tx.update(listing);
    }
    void differs(const Wanted &wanted, const char *field, const QString &believed, const QString &shows)
    {
        m_report.rows.push_back({wanted.product.sku, QString::fromLatin1(field), believed, shows, QString(), {}});
    }
    void explain(const Wanted &wanted, const char *field, const QString &believed, const QString &why)
    {
        m_report.rows.push_back({wanted.product.sku, QString::fromLatin1(field), believed, {}, QStringLiteral("explained"), why});
    }
    QString tellMissing(const Wanted &wanted)
    {
        const QString why = tr("%1 is not in the shop any more.").arg(wanted.product.sku);
        explain(wanted, "product", wanted.product.name, why);
        return why;
    }

    Tx &m_tx;
    const Channel &m_channel;
    const OwnFields m_own; ///< what is the shop's may be as it likes
    const Shown &m_shown;
    CheckReport &m_report;
};

/// What the push made of the differences.
void tellRepairs(CheckReport &report, const PushReport &pushed)
{
    for (CheckRow &row : report.rows) {
        if (!row.result.isEmpty())
            continue;
        const auto sent =
            std::find_if(pushed.items.begin(), pushed.items.end(), [&](const PushItem &i) { return i.sku == row.sku && i.field == row.field; });
        const bool isAsWanted = sent == pushed.items.end();
        row.result = !isAsWanted && sent->result == QLatin1String("accepted") ? QStringLiteral("repaired") : QStringLiteral("explained");
        row.message = isAsWanted ? tr("The shop shows what it should show.") : sent->message;
    }
}

Json summaryOf(const CheckReport &report)
{
    JsonArray rows;
    for (const CheckRow &row : report.rows)
        if (rows.size() < rowsKept)
            rows.push_back(Json::object({{QStringLiteral("sku"), row.sku},
                                         {QStringLiteral("field"), row.field},
                                         {QStringLiteral("believed"), row.believed},
                                         {QStringLiteral("shows"), row.shows},
                                         {QStringLiteral("message"), row.message}}));
    return Json::object({{QStringLiteral("compared"), report.compared},
                         {QStringLiteral("differed"), int(report.rows.size())},
                         {QStringLiteral("missed"), report.missed},
                         {QStringLiteral("rows"), Json(std::move(rows))}});
}

Result<> compare(Session &session, const Channel &channel, Connector &connector, SyncControl &control, CheckReport &report)
{
    auto run = Run::begin(session, channel, {Work::Check});
    if (!run)
        return run.error();
    try {
        const Shown shown = everythingShown(connector, *run, control);
        const auto compared = session.perform([&](Tx &tx) { return Comparison(tx, channel, shown, report).run(); });
        if (!compared && compared.error().code == QLatin1String("channel_broken"))
            throw Failure(Failure::Kind::Broken, compared.error().text);
        if (!compared)
            return compared;
    } catch (const Failure &failure) {
        return run->failed(failure);
    }
    run->done(summaryOf(report), false);
    return Done{};
}

} // namespace

Result<CheckReport> checkChannel(Session &session, Channel channel, Connector &connector, SyncControl &control)
{
    CheckReport report;
    if (const auto pulled = pull(session, channel, connector, {}, control); !pulled)
        return pulled.error();
    PullOptions again;
    again.since = session.clock().plusSeconds(-daysReadAgain * 24 * 3600);
    const auto missed = pull(session, channel, connector, again, control);
    if (!missed)
        return missed.error();
    report.missed = missed->created + missed->changed;
    if (auto compared = compare(session, channel, connector, control, report); !compared)
        return compared.error();
    PushScope scope;
    scope.products = scope.shipments = false;
    const auto pushed = push(session, channel, connector, scope, false, control);
    if (!pushed)
        return pushed.error();
    tellRepairs(report, *pushed);
    return report;
}

Result<CheckReport> checkChannel(Session &session, const QString &name, SyncControl &control)
{
    const auto channel = session.ask([&](Tx &tx) { return channelByName(tx, name); });
    if (!channel)
        return channel.error();
    const auto opened = OpenChannel::open(session, *channel, control);
    if (!opened)
        return opened.error();
    return checkChannel(session, *channel, (*opened)->connector(), control);
}
