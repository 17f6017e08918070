#include "apps/ctl/call.h"
#include "channels/practice.h"
#include "channels/practicestore/practicestore.h"
#include "core/company/company.h"

#include <QCoreApplication>
#include <QThread>

namespace ctl {

static QString tr(const char *text) { return QCoreApplication::translate("StoreCommands", text); }

namespace {

Result<int> portFrom(const Call &call)
{
    const auto port = call.number("port");
    if (!port)
        return port.error();
    return port->value_or(channels::practicePort);
}

Result<Answer> makePractice(Call &call)
{
    const auto port = portFrom(call);
    if (!port)
        return port.error();
    sql::Locator where = call.where();
    if (where.text.isEmpty()) {
        const auto own = channels::practiceCompany();
        if (!own)
            return own.error();
        where = *own;
    } else if (auto made = channels::createPracticeCompany(where, Instant::of(QDateTime::currentDateTimeUtc()), *port); !made) {
        return made.error();
    }
    return Answer(object("company", where.text, "channel", "practice", "store", QStringLiteral("http://127.0.0.1:%1").arg(*port), "next",
                         tr("Start the store with: purserctl practice-store --port %1").arg(*port)));
}

/// Serves until it is told to stop.
Result<Answer> serveStore(Call &call)
{
    const auto port = portFrom(call);
    if (!port)
        return port.error();
    const auto take = call.number("take");
    if (!take)
        return take.error();
    channels::practicestore::PracticeStore::Options options;
    options.port = *port;
    options.faults = call.option("faults");
    options.stateFile = call.option("state");
    channels::practicestore::PracticeStore store(std::move(options));
    if (auto started = store.start(); !started)
        return started.error();
    if (*take)
        store.takeRandomOrders(**take);
    call.progress() << tr("The practice store serves on %1 (keys ck_practice, cs_practice). Ctrl-C ends it.").arg(store.url()) << Qt::endl;
    while (!call.control().cancelled)
        QThread::msleep(50);
    store.stop();
    return Answer(object("requests", store.counters().requests, "orders", int(store.orders().size())));
}

} // namespace

std::vector<Command> storeCommands()
{
    return {
        {QStringLiteral("company practice [--port P]"),
         tr("A company with products, customers, prices and a history, joined to the practice store."),
         {},
         makePractice},
        {QStringLiteral("practice-store [--port P] [--faults SPEC] [--state FILE] [--take N]"),
         tr("The practice storefront on loopback; --take: so many orders at once."),
         {},
         serveStore},
    };
}

} // namespace ctl
