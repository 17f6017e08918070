#include "channels/engine/guard.h"
#include "channels/engine/offer.h"
#include "gui/bind/question.h"
#include "gui/bind/typing.h"
#include "gui/pushes/pushplace.h"

#include <QComboBox>
#include <QLocale>

// What can be done on the place of pushes.

template <class Work> void PushPlace::run(const QString &what, Work work, bool dryRun)
{
    const QString name = current().name;
    if (name.isEmpty() || m_busy)
        return;
    m_control = std::make_shared<SyncControl>();
    m_control->progress = [this](const QString &part, qint64 done, qint64 total) { emit progressed(part, done, total); };
    setBusy(true, what);
    notice().clear();
    desk().runLater(
        this, [work, name, control = m_control](Session &session) { return work(session, name, *control); },
        [this, dryRun](const Result<PushReport> &report) {
            setBusy(false);
            if (report) {
                showReport(*report);
                tell(*report, dryRun);
            } else {
                notice().refusal(report.error());
            }
            emit desk().changed();
        });
}

void PushPlace::tell(const PushReport &report, bool dryRun)
{
    if (report.cancelled) {
        notice().say(Notice::Tone::Warning, tr("Stopped. What was sent so far stands below; the next push sends the rest."));
        return;
    }
    if (dryRun) {
        notice().say(
            Notice::Tone::Info,
            tr("%1 compared, %2 differences, %3 held back. Nothing was sent.").arg(report.compared).arg(report.items.size()).arg(report.held));
        return;
    }
    const QString done = tr("%1 compared, %2 sent: %3 accepted, %4 refused, %5 held back.")
                             .arg(report.compared)
                             .arg(report.sent)
                             .arg(report.accepted)
                             .arg(report.refused)
                             .arg(report.held);
    notice().good(report.pulled ? tr("%1 new orders taken in before.").arg(report.pulled->created) + u' ' + done : done);
}

void PushPlace::push(bool dryRun, const PushScope &scope)
{
    run(
        dryRun ? tr("Comparing…") : tr("Pushing…"),
        [dryRun, scope](Session &session, const QString &name, SyncControl &control) { return ::push(session, name, scope, dryRun, control); },
        dryRun);
}

void PushPlace::agree()
{
    PushScope scope;
    for (const QString &sku : selectedSkus("held"))
        scope.agreed.insert(sku);
    for (const QModelIndex &index : m_heldTable->selectionModel()->selectedRows())
        if (const HeldRow *row = m_held->at(index); row && row->held.kind == HoldKind::Guard && m_tabs->currentIndex() == 1)
            scope.agreed.insert(row->sku);
    if (scope.agreed.empty()) {
        notice().say(Notice::Tone::Info, tr("Choose a row that is held back."));
        return;
    }
    push(false, scope);
}

void PushPlace::holdBack()
{
    std::vector<PushItem> rows;
    for (const QModelIndex &index : m_itemTable->selectionModel()->selectedRows())
        if (const PushItem *item = m_items->at(index); item && item->field != fieldWord(PushField::Shipment))
            rows.push_back(*item);
    if (rows.empty()) {
        notice().say(Notice::Tone::Info, tr("Choose the row that shall not be sent."));
        return;
    }
    auto *question = new Question(this, tr("Leave alone until it is released"), tr("Hold back"));
    question->addText("reason", tr("Why"));
    question->ask([this, question, rows]() -> Result<> {
        const Id<Channel> channel = current().id;
        const auto held = desk().perform([&](Tx &tx) -> Result<> {
            for (const PushItem &row : rows) {
                const auto product = productBySku(tx, row.sku);
                if (!product)
                    return product.error();
                if (auto done = holdField(tx, channel, product->id, *fieldOf(row.field), question->text("reason")); !done)
                    return done.error();
            }
            return Done{};
        });
        if (!held)
            return held.error();
        for (PushItem &item : m_reported)
            for (const PushItem &row : rows)
                if (item.sku == row.sku && item.field == row.field)
                    item.result = QStringLiteral("held");
        showItems();
        notice().good(tr("Held back: %1 rows.").arg(rows.size()));
        return Done{};
    });
}

void PushPlace::release()
{
    std::vector<HeldRow> rows;
    for (const QModelIndex &index : m_heldTable->selectionModel()->selectedRows())
        if (const HeldRow *row = m_held->at(index))
            rows.push_back(*row);
    if (rows.empty() || m_tabs->currentIndex() != 1) {
        m_tabs->setCurrentIndex(1);
        notice().say(Notice::Tone::Info, tr("Choose the row to release."));
        return;
    }
    const auto released = desk().perform([&](Tx &tx) -> Result<> {
        for (const HeldRow &row : rows)
            if (auto done = releaseField(tx, row.held.channel, row.held.product, *fieldOf(row.held.field)); !done)
                return done.error();
        return Done{};
    });
    notice().tell(released, tr("Released: the next push sends it."));
}

void PushPlace::undo()
{
    const BatchRow *row = m_batches->at(m_batchTable->currentIndex());
    if (!row || m_tabs->currentIndex() != 2) {
        m_tabs->setCurrentIndex(2);
        notice().say(Notice::Tone::Info, tr("Choose the push to undo. Prices and texts are set back and held back from then on; stock never is."));
        return;
    }
    run(tr("Undoing…"), [number = row->batch.id.value](Session &session, const QString &name, SyncControl &control) {
        return undoPush(session, name, number, control);
    });
}

void PushPlace::askFields()
{
    const Channel channel = current();
    if (!channel.id)
        return;
    const auto own = desk().ask(ownFields, channel.id);
    if (!own) {
        notice().refusal(own.error());
        return;
    }
    auto *question = new Question(this, tr("Who looks after what on %1").arg(channel.name), tr("Store"));
    for (const PushField field : allFields()) {
        const bool toShop = field != PushField::Order;
        auto *choice = question->addChoice(qPrintable(fieldWord(field)), fieldLabel(field),
                                           {{QStringLiteral("own"), toShop ? tr("Purser: sent to the shop") : tr("Purser: taken in from the shop")},
                                            {QStringLiteral("shop"), toShop ? tr("The shop: never sent") : tr("The shop: not taken in")}});
        choice->setCurrentIndex(own->has(field) ? 0 : 1);
    }
    question->ask([this, question, channel]() -> Result<> {
        OwnFields wanted{0};
        for (const PushField field : allFields())
            wanted.set(field, question->text(qPrintable(fieldWord(field))) == QLatin1String("own"));
        const auto stored = desk().perform(setFieldOwners, channel.id, wanted);
        if (!stored)
            return stored.error();
        notice().good(tr("Stored."));
        return Done{};
    });
}

void PushPlace::askLimits()
{
    const Channel channel = current();
    if (!channel.id)
        return;
    const auto guard = desk().ask(guardOf, channel.id);
    if (!guard) {
        notice().refusal(guard.error());
        return;
    }
    auto *question = new Question(this, tr("When a push waits for a person on %1").arg(channel.name), tr("Store"));
    question->addText("price", tr("One price changes by more than (%)"), percentText(guard->priceChange));
    question->addText("share", tr("More than this share changes at once (%)"), percentText(guard->massShare));
    question->addText("rows", tr("and more rows than"), QString::number(guard->massRows));
    question->ask([this, question, channel]() -> Result<> {
        const auto price = typedPercent(question->text("price"));
        const auto share = typedPercent(question->text("share"));
        bool whole = false;
        const int rows = question->text("rows").toInt(&whole);
        if (!price || !share || !whole)
            return refuse(QStringLiteral("guard"), tr("The limits are figures such as 50."));
        const auto stored = desk().perform(setPushGuard, PushGuard{channel.id, *price, *share, rows});
        if (!stored)
            return stored.error();
        notice().good(tr("Stored."));
        return Done{};
    });
}

void PushPlace::askOffer()
{
    const Channel channel = current();
    if (!channel.id)
        return;
    struct Known {
        OfferTerms terms;
        QStringList warehouses;
    };
    const auto known = desk().ask([&](Tx &tx) {
        Known all{offerTermsOf(tx, channel.id), {}};
        for (const Warehouse &warehouse : warehousesServing(tx, channel.id))
            all.warehouses << warehouse.code;
        return all;
    });
    if (!known) {
        notice().refusal(known.error());
        return;
    }
    const auto text = [](const std::optional<Quantity> &quantity) { return quantity ? quantity->toString(QLocale()) : QString(); };
    auto *question = new Question(this, tr("Stock that %1 may offer").arg(channel.name), tr("Store"));
    question->addText("buffer", tr("Held back of each product"), text(channel.buffer));
    question->addText("quota", tr("Most of each product"), text(known->terms.quota));
    question->addText("share", tr("Most of what is free (%)"), known->terms.share ? percentText(*known->terms.share) : QString());
    question->addText("last", tr("The last units, for this channel alone"), text(known->terms.lastUnits));
    question->addText("warehouses", tr("Warehouses (codes; empty: all)"), known->warehouses.join(QStringLiteral(", ")));
    question->ask([this, question, channel]() -> Result<> {
        OfferTerms terms{channel.id, {}, {}, {}};
        const auto figure = [&](const char *name) -> std::optional<Quantity> { return typedQuantity(question->text(name)); };
        const QString share = question->text("share").trimmed();
        if (!question->text("quota").trimmed().isEmpty() && !(terms.quota = figure("quota")))
            return refuse(QStringLiteral("quantity"), tr("“%1” is no quantity.").arg(question->text("quota")));
        if (!share.isEmpty() && !(terms.share = typedPercent(share)))
            return refuse(QStringLiteral("share"), tr("“%1” is no percentage.").arg(share));
        const auto buffer = figure("buffer");
        const auto last = figure("last");
        if (!buffer || !last)
            return refuse(QStringLiteral("quantity"), tr("Buffer and last units are quantities; 0 for none."));
        terms.lastUnits = *last;
        const QStringList codes = question->text("warehouses").split(u',', Qt::SkipEmptyParts);
        const auto stored = desk().perform([&](Tx &tx) -> Result<> {
            if (auto set = setOfferTerms(tx, terms, *buffer); !set)
                return set.error();
            QStringList clean;
            for (const QString &code : codes)
                clean << code.trimmed();
            return serveFrom(tx, channel.id, clean);
        });
        if (!stored)
            return stored.error();
        notice().good(tr("Stored."));
        return Done{};
    });
}

/// What a product's offer on a channel is made of, as a sum: "30 on hand - 4 allocated - 2 buffer = 24".
static QString sumOf(const channels::Offer &offer)
{
    const auto text = [](Quantity quantity) { return quantity.toString(QLocale()); };
    QStringList enough;
    for (const channels::OfferedComponent &one : offer.components)
        enough << PushPlace::tr("%1 x %2 for %3").arg(text(one.offer.offered()), one.sku, text(one.kits()));
    QString sum = enough.isEmpty() ? PushPlace::tr("%1 on hand").arg(text(offer.onHand)) : enough.join(QStringLiteral(", "));
    for (const auto &[quantity, name] : {std::pair(offer.allocated, PushPlace::tr("allocated")),
                                         {offer.waiting, PushPlace::tr("waited for")},
                                         {offer.buffer, PushPlace::tr("buffer")},
                                         {offer.lastUnits, PushPlace::tr("last units for %1").arg(offer.lastUnitsFor)}})
        if (!quantity.isZero())
            sum += QStringLiteral(" − %1 %2").arg(text(quantity), name);
    if (offer.quota)
        sum += PushPlace::tr("; at most %1").arg(text(*offer.quota));
    if (offer.share)
        sum += PushPlace::tr("; at most %1 % of what is free").arg(percentText(*offer.share));
    if (offer.pack > 1)
        sum += PushPlace::tr("; in packs of %1").arg(offer.pack);
    if (!offer.sold)
        sum += PushPlace::tr("; not for sale any more");
    return sum;
}

void PushPlace::explain()
{
    const Channel channel = current();
    const QString sku = currentSku();
    if (!channel.id || sku.isEmpty()) {
        notice().say(Notice::Tone::Info, tr("Choose a row first."));
        return;
    }
    const auto offer = desk().ask([&](Tx &tx) -> Result<channels::Offer> {
        const auto product = productBySku(tx, sku);
        if (!product)
            return product.error();
        return channels::offerOf(tx, channel, *product);
    });
    if (!offer)
        notice().refusal(offer.error());
    else
        notice().say(Notice::Tone::Info, tr("%1: %2. Offered: %3.").arg(sku, sumOf(*offer), offer->available().toString(QLocale())));
}

void PushPlace::askListing()
{
    const Channel channel = current();
    const QString sku = currentSku();
    if (!channel.id || sku.isEmpty()) {
        notice().say(Notice::Tone::Info, tr("Choose a row first."));
        return;
    }
    const auto listing = desk().ask([&](Tx &tx) -> Result<Listing> {
        const auto product = productBySku(tx, sku);
        if (!product)
            return product.error();
        return listingOf(tx, channel, product->id);
    });
    if (!listing) {
        notice().refusal(listing.error());
        return;
    }
    const auto text = [](const std::optional<Quantity> &quantity) { return quantity ? quantity->toString(QLocale()) : QString(); };
    auto *question = new Question(this, tr("Stock of %1 that %2 may offer").arg(sku, channel.name), tr("Store"));
    question->addText("buffer", tr("Held back (empty: as the channel)"), text(listing->buffer));
    question->addText("quota", tr("At most (empty: as the channel)"), text(listing->quota));
    question->addText("share", tr("Most of what is free, % (empty: as the channel)"), listing->share ? percentText(*listing->share) : QString());
    question->addText("pack", tr("Units in one of what the shop sells"), QString::number(listing->pack));
    question->ask([this, question, channel, before = *listing]() -> Result<> {
        ListingTerms terms{{}, {}, {}, 1, before.published};
        for (const auto &[name, into] : {std::pair("buffer", &terms.buffer), {"quota", &terms.quota}})
            if (const QString typed = question->text(name).trimmed(); !typed.isEmpty() && !(*into = typedQuantity(typed)))
                return refuse(QStringLiteral("quantity"), tr("“%1” is no quantity.").arg(typed));
        if (const QString typed = question->text("share").trimmed(); !typed.isEmpty() && !(terms.share = typedPercent(typed)))
            return refuse(QStringLiteral("share"), tr("“%1” is no percentage.").arg(typed));
        bool whole = false;
        terms.pack = question->text("pack").toLongLong(&whole);
        if (!whole)
            return refuse(QStringLiteral("pack"), tr("A pack holds a whole number of units."));
        const auto stored = desk().perform([&](Tx &tx) { return setListingTerms(tx, channel, before.product, terms); });
        if (!stored)
            return stored.error();
        notice().good(tr("Stored."));
        return Done{};
    });
}
