#include "apps/ctl/call.h"
#include "apps/ctl/files.h"
#include "core/parties/party.h"
#include "core/pricing/price.h"
#include "core/stock/sellable.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace ctl {

static QString tr(const char *text) { return QCoreApplication::translate("Products", text); }

Json importJson(const ImportReport &report)
{
    JsonArray problems;
    for (const ImportProblem &problem : report.problems)
        problems.push_back(object("line", problem.line, "column", problem.column, "message", problem.message));
    return object("created", report.created, "changed", report.changed, "unchanged", report.unchanged, "refused", int(report.problems.size()),
                  "ignored_columns", report.ignoredColumns, "problems", Json(std::move(problems)));
}

ImportControl importControl(const Call &call)
{
    SyncControl *const control = &call.control();
    return {[control](qint64 done, qint64 total) {
                if (control->progress)
                    control->progress(tr("Rows"), done, total);
            },
            [control] { return control->cancelled.load(); }};
}

namespace {

/// As commands.md names the fields; on hand, allocated and available over all shelves.
Json productJson(Tx &tx, const Product &product)
{
    const Availability stock = availability(tx, product.id);
    const auto price = priceOf(tx, {product.id, {}, {}, Quantity::whole(1), tx.today(), tx.currency()});
    return object("sku", product.sku, "name", product.name, "price", price ? Json(price->price.toString()) : Json(), "currency", tx.currency().code(),
                  "tax_class", product.taxClass, "barcode", product.barcode, "weight", quantity(product.weight), "unit", product.unit, "on_hand",
                  quantity(stock.onHand), "allocated", quantity(stock.allocated), "available", quantity(sellable(tx, product.id)));
}

Result<Answer> importThem(Call &call, Session &session)
{
    const QString path = call.word("FILE.csv");
    const auto bytes = call.bytes("FILE.csv");
    if (!bytes)
        return bytes.error();
    const auto report = importProducts(session, *bytes, QFileInfo(path).absolutePath(), importControl(call));
    if (!report)
        return report.error();
    return Answer(importJson(*report), report->problems.empty() ? Done_ : Refused);
}

Result<Answer> listThem(Call &call, Session &session)
{
    const auto page = pageOf(call);
    if (!page)
        return page.error();
    const auto answer = session.ask([&](Tx &tx) {
        const QString like = u'%' + folded(call.option("search")) + u'%';
        const auto found = tx.all<Product>("search LIKE ? AND sku > ? ORDER BY sku LIMIT " + std::to_string(page->limit + 1), like, page->after);
        JsonArray items;
        for (const Product &product : found)
            if (int(items.size()) < page->limit)
                items.push_back(productJson(tx, product));
        return list(std::move(items), int(found.size()) > page->limit ? found[size_t(page->limit) - 1].sku : QString());
    });
    if (!answer)
        return answer.error();
    return Answer(*answer);
}

Result<Answer> showOne(Call &call, Session &session)
{
    const auto answer = session.ask([&](Tx &tx) -> Result<Json> {
        const auto product = productBySku(tx, call.word("SKU"));
        if (!product)
            return product.error();
        Json json = productJson(tx, *product);
        json.set(QStringLiteral("description"), product->description);
        json.set(QStringLiteral("active"), product->active);
        JsonArray places, images;
        for (const StockBalance &balance : tx.all<StockBalance>("product_id = ?", product->id)) {
            const Location *location = tx.configured<Locations>().find(balance.location);
            places.push_back(object("location", location ? location->code : QString(), "on_hand", quantity(balance.onHand), "allocated",
                                    quantity(balance.allocated), "available", quantity(balance.available())));
        }
        for (const ProductImage &image : imagesOf(tx, product->id))
            images.push_back(object("position", image.position, "name", image.name, "sha256", image.sha256));
        json.set(QStringLiteral("stock"), Json(std::move(places)));
        json.set(QStringLiteral("images"), Json(std::move(images)));
        json.set(QStringLiteral("components"), kitJson(tx, product->id));
        return json;
    });
    if (!answer)
        return answer.error();
    return Answer(*answer);
}

} // namespace

std::vector<Command> productCommands()
{
    return {
        {QStringLiteral("product import FILE.csv"),
         tr("Takes products from a CSV file: SKU,name,description,price,tax,unit,weight,barcode,image."),
         importThem,
         {}},
        {QStringLiteral("product list [--search T] [--limit N] [--after SKU]"), tr("Products with their stock."), listThem, {}},
        {QStringLiteral("product show SKU"), tr("One product with its stock by location."), showOne, {}},
    };
}

} // namespace ctl
