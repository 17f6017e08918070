#pragma once

#include "channels/byhand/weborder.h"
#include "channels/byhand/worksheet.h"
#include "channels/engine/exception.h"
#include "support/testcompany.h"

/// A company with a site "stall" that is served by hand and shows prices with tax; a mug at 11.90 there (20 on the shelf) and a pot at 23.80 (5).
struct HandCompany : TestCompany {
    HandCompany()
    {
        NewChannel wanted;
        wanted.name = QStringLiteral("stall");
        wanted.kind = QStringLiteral("byhand");
        wanted.url = QStringLiteral("https://stall.example");
        const auto added = addChannel(session(), wanted);
        if (!added)
            ADD_FAILURE() << qPrintable(added.error().text);
        else
            channel = *added;
        mug = product("MUG", "10.00", 20);
        pot = product("POT", "20.00", 5);
    }

    /// Two mugs as the site charged them: 23.80.
    channels::byhand::WebOrder twoMugs(const char *number = "1001", const char *total = "23.80")
    {
        channels::byhand::WebOrder order;
        order.number = QString::fromLatin1(number);
        order.billing.name = QStringLiteral("Jo Buyer");
        order.billing.email = QStringLiteral("jo@example.com");
        order.billing.country = QStringLiteral("DE");
        channels::byhand::WebLine line;
        line.sku = QStringLiteral("MUG");
        line.quantity = pcs(2);
        line.price = UnitPrice::of(eur("11.90"));
        order.lines = {line};
        order.total = eur(total);
        order.source = Json::object({{QStringLiteral("entered"), Json(number)}});
        return order;
    }
    SalesOrder entered(const channels::byhand::WebOrder &order, bool hold = false)
    {
        return must([&](Tx &tx) { return channels::byhand::enterWebOrder(tx, channel, order, hold); });
    }
    QString refused(const channels::byhand::WebOrder &order)
    {
        return refusal([&](Tx &tx) { return channels::byhand::enterWebOrder(tx, channel, order, false); });
    }
    channels::byhand::Worked worked(const channels::byhand::WebOrder &order)
    {
        return must([&](Tx &tx) { return channels::byhand::workOut(tx, channel, order); });
    }
    std::vector<channels::byhand::SheetLine> sheet()
    {
        return ask([&](Tx &tx) { return channels::byhand::worksheetOf(tx, channel); });
    }
    QStringList sheetKeys()
    {
        QStringList keys;
        for (const auto &line : sheet())
            keys << line.key();
        return keys;
    }
    qint64 tick(const char *key)
    {
        for (const auto &line : sheet())
            if (line.key() == QLatin1String(key))
                return must([&](Tx &tx) { return channels::byhand::tickLine(tx, channel, line); });
        ADD_FAILURE() << "the worksheet has no " << key;
        return 0;
    }

    Channel channel;
    Product mug, pot;
};
