#include "gui/prices/priceplace.h"

#include "gui/bind/typing.h"

#include <QComboBox>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>

PricePlace::PricePlace(Desk &desk) : Place(desk, tr("Prices"), "tags")
{
    addAction("plus", tr("Set price…"), QKeySequence::New, [this] { setPrice(); });
    addAction("list", tr("New price list…"), {}, [this] { addList(); });
    addAction("refresh-cw", tr("Refresh"), QKeySequence::Refresh, [this] { reload(); });
    auto *box = new QGroupBox(tr("What would somebody pay today?"));
    auto *row = new QHBoxLayout(box);
    const auto field = [&](QLineEdit *&edit, const QString &label, const char *name, const QString &value = {}) {
        edit = new QLineEdit(value);
        edit->setPlaceholderText(label);
        edit->setAccessibleName(label);
        edit->setObjectName(QString::fromLatin1(name));
        row->addWidget(edit, 1);
        connect(edit, &QLineEdit::textChanged, this, &PricePlace::answer);
    };
    field(m_sku, tr("SKU or barcode"), "askSku");
    field(m_customer, tr("Customer's code (empty: anybody)"), "askCustomer");
    field(m_quantity, tr("Quantity"), "askQuantity", QStringLiteral("1"));
    m_answer = new QLabel;
    m_answer->setObjectName(QStringLiteral("priceAnswer"));
    m_answer->setTextFormat(Qt::PlainText);
    m_answer->setMinimumWidth(360);
    row->addWidget(m_answer, 2);
    content()->addWidget(box);
    m_list = new QComboBox;
    m_list->setAccessibleName(tr("Price list"));
    m_list->setObjectName(QStringLiteral("priceList"));
    content()->addWidget(m_list);
    m_rows = new TableModel<Row>(
        {{tr("SKU"), [](const Row &r) { return r.sku; }, leftAligned, 150},
         {tr("Name"), [](const Row &r) { return r.name; }, leftAligned, 300},
         {tr("For"), [](const Row &r) { return r.whose; }, leftAligned, 200},
         {tr("From quantity"), [](const Row &r) { return r.price.minimum.toString(QLocale()); }, rightAligned, 110},
         {tr("Price"), [](const Row &r) { return r.price.price.toString(QLocale()) + u' ' + r.price.currency.code(); }, rightAligned, 130},
         {tr("Tax"), [](const Row &r) { return r.price.taxInclusive ? tr("with tax") : tr("without tax"); }, leftAligned, 100},
         {tr("Valid from"), [](const Row &r) { return dayText(r.price.validFrom); }, leftAligned, 110},
         {tr("Valid to"), [](const Row &r) { return dayText(r.price.validTo); }, leftAligned, 110}},
        this);
    content()->addWidget(makeTable(m_rows, tr("Prices")), 1);
    connect(m_list, &QComboBox::currentIndexChanged, this, &PricePlace::showPrices);
}

void PricePlace::enter() { m_sku->setFocus(); }

void PricePlace::refresh()
{
    const auto lists = desk().ask([](Tx &tx) { return tx.all<PriceList>("id > 0 ORDER BY code"); });
    if (!notice().tell(lists))
        return;
    const QVariant before = m_list->currentData();
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    m_list->addItem(tr("Base list"), 0);
    m_list->addItem(tr("Customers' own prices"), -1);
    for (const PriceList &list : *lists)
        m_list->addItem(list.name, list.id.value);
    m_list->setCurrentIndex(std::max(0, m_list->findData(before)));
    showPrices();
    answer();
}

void PricePlace::showPrices()
{
    const qint64 which = m_list->currentData().toLongLong();
    desk().askLater(
        this,
        [which](Tx &tx) {
            std::vector<Row> rows;
            const std::string where = which > 0    ? "price_list_id = ?"
                                      : which == 0 ? "price_list_id IS NULL AND party_id IS NULL AND id > ?"
                                                   : "party_id IS NOT NULL AND id > ?";
            for (const Price &price : tx.all<Price>(where + " ORDER BY product_id, minimum LIMIT 5000", std::max<qint64>(which, 0))) {
                const Product product = tx.get(price.product);
                rows.push_back({price, product.sku, product.name, price.party ? tx.get(price.party).displayName() : tr("Everybody")});
            }
            return rows;
        },
        [this](Result<std::vector<Row>> rows) {
            if (notice().tell(rows))
                m_rows->setRows(*rows);
        });
}

void PricePlace::answer()
{
    const QString sku = m_sku->text().trimmed();
    if (sku.isEmpty()) {
        m_answer->clear();
        return;
    }
    const auto quantity = typedQuantity(m_quantity->text());
    const auto text = desk().ask([&](Tx &tx) -> QString {
        const auto product = findProduct(tx, sku);
        if (!product)
            return tr("There is no product %1.").arg(sku);
        PriceQuestion question{product->id, {}, {}, quantity.value_or(Quantity::whole(1)), tx.today(), tx.currency()};
        if (const QString code = m_customer->text().trimmed(); !code.isEmpty()) {
            const auto customer = partyByCode(tx, PartyKind::Customer, code);
            if (!customer)
                return customer.error().text;
            question.customer = customer->id;
            question.currency = customer->currency;
        }
        const auto found = priceOf(tx, question);
        return found ? tr("%1 %2 — %3").arg(found->price.toString(QLocale()), found->price.currency.code(), found->reason) : found.error().text;
    });
    m_answer->setText(text ? *text : text.error().text);
}

void PricePlace::setPrice()
{
    auto *question = new Question(this, tr("Set a price"), tr("Set the price"));
    question->addText("sku", tr("SKU"), m_sku->text());
    question->addText("price", tr("Price of one"));
    question->addText("minimum", tr("From quantity"), QStringLiteral("0"));
    question->addText("customer", tr("Customer's code (empty: the list shown)"));
    const qint64 which = m_list->currentData().toLongLong();
    question->ask([this, question, which]() -> Result<> {
        const auto set = desk().perform([&](Tx &tx) -> Result<Price> {
            Price price;
            const auto product = productBySku(tx, question->text("sku"));
            if (!product)
                return product.error();
            price.product = product->id;
            price.currency = tx.currency();
            if (const QString code = question->text("customer"); !code.isEmpty()) {
                const auto customer = partyByCode(tx, PartyKind::Customer, code);
                if (!customer)
                    return customer.error();
                price.party = customer->id;
                price.currency = customer->currency;
            } else if (which > 0) {
                const PriceList list = tx.get(Id<PriceList>{which});
                price.list = list.id;
                price.currency = list.currency;
                price.taxInclusive = list.taxInclusive;
            }
            const auto amount = typedPrice(question->text("price"), price.currency);
            const auto minimum = typedQuantity(question->text("minimum"));
            if (!amount || !minimum)
                return refuse(QStringLiteral("price"), tr("“%1” is no price.").arg(question->text("price")));
            price.price = *amount;
            price.minimum = *minimum;
            return ::setPrice(tx, price);
        });
        if (!set)
            return set.error();
        notice().good(tr("The price is set."));
        return Done{};
    });
}

void PricePlace::addList()
{
    auto *question = new Question(this, tr("New price list"), tr("Make the list"));
    question->addText("code", tr("Code"));
    question->addText("name", tr("Name"));
    question->addChoice("tax", tr("Prices are"), {{QString(), tr("without tax")}, {QStringLiteral("1"), tr("with tax")}});
    question->ask([this, question]() -> Result<> {
        PriceList list;
        list.code = question->text("code");
        list.name = question->text("name");
        list.taxInclusive = !question->text("tax").isEmpty();
        const auto saved = desk().perform(savePriceList, list);
        if (!saved)
            return saved.error();
        return Done{};
    });
}
