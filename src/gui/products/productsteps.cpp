#include "core/warehouse/warehouse.h"
#include "gui/products/productplaces.h"

#include <QFile>
#include <QFileDialog>
#include <QListWidget>

// What is done with a product: received, counted, moved, priced, pictured. Each button says what it will do.

static Error noQuantity(const QString &typed) { return refuse(QStringLiteral("quantity"), ProductPlace::tr("“%1” is no quantity.").arg(typed)); }

std::vector<std::pair<QString, QString>> ProductPlace::shelfChoices()
{
    std::vector<std::pair<QString, QString>> choices;
    for (const Shelf &shelf : m_view.shelves)
        choices.emplace_back(shelf.location, tr("%1 (%2 on hand)").arg(shelf.location, shelf.balance.onHand.toString(QLocale())));
    if (const auto known = desk().ask([](Tx &tx) { return tx.configured<Locations>().all; }))
        for (const Location &location : *known)
            if (location.kind == LocationKind::Internal && location.active
                && std::none_of(choices.begin(), choices.end(), [&](const auto &choice) { return choice.first == location.code; }))
                choices.emplace_back(location.code, location.code + u' ' + location.name);
    return choices;
}

void ProductPlace::receive()
{
    auto *question = new Question(this, tr("Receive %1").arg(title()), tr("Receive and post"));
    question->addText("quantity", tr("Quantity"), QStringLiteral("1"));
    question->addText("cost", tr("Cost of one (empty: the average)"));
    question->addChoice("location", tr("Location"), shelfChoices());
    question->addText("memo", tr("Note"));
    question->ask([this, question]() -> Result<> {
        const auto quantity = typedQuantity(question->text("quantity"));
        if (!quantity)
            return noQuantity(question->text("quantity"));
        Receipt line{m_product, *quantity, {}, {}, {}, question->text("memo")};
        if (!question->text("cost").isEmpty()) {
            line.cost = typedPrice(question->text("cost"), desk().currency());
            if (!line.cost)
                return refuse(QStringLiteral("cost"), tr("“%1” is no cost.").arg(question->text("cost")));
        }
        const auto received = desk().perform([&](Tx &tx) -> Result<Id<GoodsReceipt>> {
            const auto to = locationByCode(tx, question->text("location"));
            if (!to)
                return to.error();
            line.location = to->id;
            return receiveGoods(tx, {line}, tx.today());
        });
        if (!received)
            return received.error();
        notice().good(tr("%1 received and posted.").arg(quantity->toString(QLocale())));
        return Done{};
    });
}

void ProductPlace::count()
{
    auto *question = new Question(this, tr("Count %1").arg(title()), tr("Post the difference"));
    question->addChoice("location", tr("Location"), shelfChoices());
    question->addText("counted", tr("Counted"));
    question->addText("reason", tr("Reason"));
    question->ask([this, question]() -> Result<> {
        const auto counted = typedQuantity(question->text("counted"));
        if (!counted)
            return noQuantity(question->text("counted"));
        const auto adjusted = desk().perform([&](Tx &tx) -> Result<> {
            const auto place = locationByCode(tx, question->text("location"));
            if (!place)
                return place.error();
            return adjustStock(tx, m_product, place->id, *counted, tx.today(), question->text("reason"));
        });
        if (adjusted)
            notice().good(tr("The count is posted."));
        return adjusted;
    });
}

void ProductPlace::move()
{
    auto *question = new Question(this, tr("Transfer %1").arg(title()), tr("Transfer"));
    question->addText("quantity", tr("Quantity"), QStringLiteral("1"));
    question->addChoice("from", tr("From"), shelfChoices());
    question->addChoice("to", tr("To"), shelfChoices())->setCurrentIndex(1);
    question->ask([this, question]() -> Result<> {
        const auto quantity = typedQuantity(question->text("quantity"));
        if (!quantity)
            return noQuantity(question->text("quantity"));
        const auto moved = desk().perform([&](Tx &tx) -> Result<> {
            const auto from = locationByCode(tx, question->text("from"));
            const auto to = locationByCode(tx, question->text("to"));
            if (!from || !to)
                return from ? to.error() : from.error();
            return transferStock(tx, m_product, from->id, to->id, *quantity, tx.today(), {});
        });
        if (moved)
            notice().good(tr("Transferred."));
        return moved;
    });
}

void ProductPlace::addPrice()
{
    std::vector<std::pair<QString, QString>> lists{{QString(), tr("Everybody (base list)")}};
    if (const auto known = desk().ask([](Tx &tx) { return tx.all<PriceList>("active = 1 ORDER BY code"); }))
        for (const PriceList &list : *known)
            lists.emplace_back(list.code, list.name);
    auto *question = new Question(this, tr("Price of %1").arg(title()), tr("Set the price"));
    question->addChoice("list", tr("For"), lists);
    question->addText("price", tr("Price of one"));
    question->addText("minimum", tr("From quantity"), QStringLiteral("0"));
    question->ask([this, question]() -> Result<> {
        const auto minimum = typedQuantity(question->text("minimum"));
        if (!minimum)
            return noQuantity(question->text("minimum"));
        const auto set = desk().perform([&](Tx &tx) -> Result<Price> {
            Price price;
            price.product = m_product;
            price.currency = tx.currency();
            price.minimum = *minimum;
            if (const QString code = question->text("list"); !code.isEmpty()) {
                const auto list = priceListByCode(tx, code);
                if (!list)
                    return list.error();
                price.list = list->id;
                price.currency = list->currency;
                price.taxInclusive = list->taxInclusive;
            }
            const auto amount = typedPrice(question->text("price"), price.currency);
            if (!amount)
                return refuse(QStringLiteral("price"), tr("“%1” is no price.").arg(question->text("price")));
            price.price = *amount;
            return setPrice(tx, price);
        });
        if (!set)
            return set.error();
        notice().good(tr("The price is set."));
        return Done{};
    });
}

void ProductPlace::removePrice()
{
    const PriceLine *line = m_prices->at(m_priceTable->currentIndex());
    if (!line)
        return;
    Price price = line->price;
    if (!notice().tell(desk().perform(deletePrice, price.id)))
        return;
    notice().offer(tr("The price is removed."), tr("Undo"), [this, price]() mutable {
        price.id = {};
        notice().tell(desk().perform(savePrice, price), tr("The price is back."));
    });
}

void ProductPlace::addImage()
{
    auto *dialog = new QFileDialog(this, tr("Add picture"), {}, tr("Pictures (*.png *.jpg *.jpeg *.webp *.gif)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &ProductPlace::addImageFrom);
    dialog->open();
}

void ProductPlace::addImageFrom(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        notice().refusal(refuse(QStringLiteral("file"), tr("%1 cannot be read: %2").arg(path, file.errorString())));
        return;
    }
    const QByteArray bytes = file.readAll();
    const auto set = desk().perform([&](Tx &tx) {
        const auto known = imagesOf(tx, m_product);
        return setProductImage(tx, m_product, known.empty() ? 1 : known.back().position + 1, QFileInfo(path).fileName(), bytes);
    });
    notice().tell(set, tr("The picture is kept."));
}

void ProductPlace::removeImage()
{
    const int row = m_images->currentRow();
    if (row < 0 || row >= int(m_view.images.size()))
        return;
    const auto [image, bytes] = m_view.images[size_t(row)];
    if (!notice().tell(desk().perform(removeProductImage, m_product, image.position)))
        return;
    notice().offer(tr("The picture %1 is removed.").arg(image.name), tr("Undo"), [this, image = image, bytes = bytes] {
        notice().tell(desk().perform(setProductImage, m_product, image.position, image.name, bytes), tr("The picture is back."));
    });
}
