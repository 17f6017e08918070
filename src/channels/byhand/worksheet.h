#pragma once

#include "channels/byhand/effort.h"
#include "channels/engine/listing.h"
#include "core/reports/report.h"

/// What a person has to type into a site so that it shows what it should: where what the channel should hold (wantedOn()) differs from what it was
/// confirmed to hold. A tick is the confirmation, as an answer is from a shop that can be talked to.
namespace channels::byhand {

enum class SheetField { New, Retired, Stock, Price, Text, Images, Shipment };
QString sheetFieldWord(SheetField field);  ///< stable: "new", "stock", …
QString sheetFieldLabel(SheetField field); ///< translated

/// What a listing is confirmed to hold; a part that is not set is not touched.
struct Held {
    std::optional<bool> listed;
    std::optional<std::optional<Quantity>> stock;
    std::optional<std::optional<qint64>> price; ///< millionths
    std::optional<QString> content;
    std::optional<QString> images;
};

struct SheetLine {
    SheetField field = SheetField::Stock;
    Id<Product> product;
    qint64 shipment = 0;
    QString sku; ///< of a shipment: the site's order number
    QString name;
    QString now;     ///< what the site shows, as far as is known
    QString becomes; ///< what it shall show
    QString note;    ///< why it may show something else
    QString copy;    ///< for the clipboard: exactly what goes into the site's field
    Held held;       ///< what a tick confirms

    QString key() const { return sheetFieldWord(field) + u':' + sku; } ///< "stock:MUG"
};

/// By SKU; the shipments that the site was not told of come last.
std::vector<SheetLine> worksheetOf(Tx &tx, const Channel &channel);

/// A line was typed into the site, as it was seen: if stock has moved since, the line comes again. Gives back the tick.
Result<qint64> tickLine(Tx &tx, const Channel &channel, const SheetLine &seen);
/// Takes a tick back: the site is known to show what it showed before. Refuses: unknown, taken back already ("unticked"), not the last one of its
/// line ("not_last").
Result<> takeTickBack(Tx &tx, const Channel &channel, qint64 tick);

struct Tick {
    qint64 id = 0;
    SheetField field = SheetField::Stock;
    QString sku;
    QString was, became;
    Instant at;
    QString actor;
    bool takenBack = false;
};
std::vector<Tick> ticksOn(Tx &tx, Id<Channel> channel, int limit); ///< newest first

/// The worksheet as a table, for paper, PDF and CSV.
Report worksheetReport(const Channel &channel, const std::vector<SheetLine> &lines, QDate day);
/// Everything that a site's editor types of products: text, price, barcode, weight, category, quantity, names of the pictures. Only those that the
/// site does not have yet, or all.
Report productSheet(Tx &tx, const Channel &channel, bool onlyNew);
/// What the site should show, for its own import: sku, quantity, price.
Report stockSheet(Tx &tx, const Channel &channel);

struct PictureFile {
    QString name; ///< SKU-1.jpg
    QByteArray bytes;
};
/// The pictures of a product, named by its SKU and their position.
std::vector<PictureFile> picturesOf(Tx &tx, const Product &product);
/// Writes the pictures of one product (`sku`), or of all that the site does not have yet or shows with others, into a folder; gives back their names.
Result<QStringList> saveNeededPictures(Session &session, const Channel &channel, const QString &folder, const QString &sku = {});

} // namespace channels::byhand
