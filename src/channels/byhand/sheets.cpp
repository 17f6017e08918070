#include "channels/byhand/worksheet.h"

#include <QCoreApplication>
#include <QDir>
#include <QMimeDatabase>
#include <QRegularExpression>
#include <QSaveFile>

// The worksheet and its companions as tables and files.

namespace channels::byhand {

static QString tr(const char *text) { return QCoreApplication::translate("Worksheet", text); }

using ReportKind = Report::Kind;

Report worksheetReport(const Channel &channel, const std::vector<SheetLine> &lines, QDate day)
{
    Report report{tr("To be typed into %1").arg(channel.name),
                  channel.url.isEmpty() ? day.toString(Qt::ISODate) : tr("%1, %2").arg(channel.url, day.toString(Qt::ISODate)),
                  channel.currency,
                  {},
                  {},
                  {}};
    report.columns = {{QStringLiteral("sku"), tr("SKU")},   {QStringLiteral("name"), tr("Name")},       {QStringLiteral("field"), tr("What")},
                      {QStringLiteral("now"), tr("Shows")}, {QStringLiteral("becomes"), tr("Becomes")}, {QStringLiteral("done"), tr("Done")}};
    for (const SheetLine &line : lines)
        report.rows.push_back({Report::cell(line.sku),
                               Report::cell(line.name),
                               Report::cell(sheetFieldLabel(line.field)),
                               Report::cell(line.now),
                               Report::cell(line.becomes),
                               {}});
    return report;
}

/// A SKU as a file may be called.
static QString fileNameOf(QString sku)
{
    static const QRegularExpression unsafe(QStringLiteral("[^A-Za-z0-9._-]"));
    sku.replace(unsafe, QStringLiteral("_"));
    return sku.startsWith(u'.') ? u'_' + sku.mid(1) : sku;
}

static QString pictureName(const QString &sku, int position, const QString &mediaType)
{
    const QString ending =
        mediaType == QLatin1String("image/jpeg") ? QStringLiteral("jpg") : QMimeDatabase().mimeTypeForName(mediaType).preferredSuffix();
    return QStringLiteral("%1-%2.%3").arg(fileNameOf(sku)).arg(position).arg(ending);
}

std::vector<PictureFile> picturesOf(Tx &tx, const Product &product)
{
    std::vector<PictureFile> pictures;
    auto rows =
        tx.run("SELECT p.position, i.media_type, i.bytes FROM product_image p JOIN image i ON i.sha256 = p.sha256 WHERE p.product_id = ? ORDER BY "
               "p.position",
               product.id);
    while (rows.next())
        pictures.push_back({pictureName(product.sku, int(rows.integer(0)), rows.text(1)), rows.bytes(2)});
    return pictures;
}

static QString pictureNamesOf(Tx &tx, const Product &product)
{
    QStringList names;
    auto rows =
        tx.run("SELECT p.position, i.media_type FROM product_image p JOIN image i ON i.sha256 = p.sha256 WHERE p.product_id = ? ORDER BY p.position",
               product.id);
    while (rows.next())
        names << pictureName(product.sku, int(rows.integer(0)), rows.text(1));
    return names.join(QStringLiteral(", "));
}

Report productSheet(Tx &tx, const Channel &channel, bool onlyNew)
{
    Report report{tr("Products of %1").arg(channel.name), channel.url, channel.currency, {}, {}, {}};
    report.columns = {{QStringLiteral("sku"), tr("SKU")},
                      {QStringLiteral("name"), tr("Name")},
                      {QStringLiteral("description"), tr("Description")},
                      {QStringLiteral("price"), tr("Price"), ReportKind::Money},
                      {QStringLiteral("quantity"), tr("Quantity"), ReportKind::Quantity},
                      {QStringLiteral("barcode"), tr("Barcode")},
                      {QStringLiteral("weight"), tr("Weight (kg)"), ReportKind::Quantity},
                      {QStringLiteral("category"), tr("Category")},
                      {QStringLiteral("images"), tr("Pictures")}};
    for (const Wanted &wanted : wantedOn(tx, channel)) {
        const Product &product = wanted.product;
        if (!product.active || (onlyNew && !wanted.listing.externalId.isEmpty()))
            continue;
        const QString category = product.category ? tx.get(product.category).name : QString();
        report.rows.push_back({Report::cell(product.sku), Report::cell(product.name), Report::cell(product.description),
                               wanted.price ? Report::cell(extend(*wanted.price, Quantity::whole(1))) : Report::Cell(),
                               Report::cell(wanted.available), Report::cell(product.barcode), Report::cell(product.weight), Report::cell(category),
                               Report::cell(pictureNamesOf(tx, product))});
    }
    return report;
}

Report stockSheet(Tx &tx, const Channel &channel)
{
    Report report{tr("Stock of %1").arg(channel.name), channel.url, channel.currency, {}, {}, {}};
    report.columns = {{QStringLiteral("sku"), tr("SKU")},
                      {QStringLiteral("quantity"), tr("Quantity"), ReportKind::Quantity},
                      {QStringLiteral("price"), tr("Price"), ReportKind::Money}};
    for (const Wanted &wanted : wantedOn(tx, channel))
        report.rows.push_back({Report::cell(wanted.product.sku), Report::cell(wanted.available),
                               wanted.price ? Report::cell(extend(*wanted.price, Quantity::whole(1))) : Report::Cell()});
    return report;
}

static Result<std::vector<Product>> productsWithPictures(Tx &tx, const Channel &channel, const QString &sku)
{
    std::vector<Product> wanted;
    if (!sku.isEmpty()) {
        const auto product = productBySku(tx, sku);
        if (!product)
            return product.error();
        return std::vector{*product};
    }
    for (const SheetLine &line : worksheetOf(tx, channel))
        if (line.field == SheetField::New || line.field == SheetField::Images)
            wanted.push_back(tx.get(line.product));
    return wanted;
}

Result<QStringList> saveNeededPictures(Session &session, const Channel &channel, const QString &path, const QString &sku)
{
    const QDir folder(path);
    if (!QDir().mkpath(path))
        return refuse(QStringLiteral("file"), tr("The folder %1 cannot be made.").arg(path));
    const auto products = session.ask(productsWithPictures, channel, sku);
    if (!products)
        return products.error();
    QStringList names;
    for (const Product &product : *products) { // one after the other, so that memory stays small
        const auto pictures = session.ask(picturesOf, product);
        if (!pictures)
            return pictures.error();
        for (const PictureFile &picture : *pictures) {
            QSaveFile file(folder.filePath(picture.name));
            if (!file.open(QIODevice::WriteOnly) || file.write(picture.bytes) != picture.bytes.size() || !file.commit())
                return refuse(QStringLiteral("file"), tr("%1 cannot be written: %2").arg(file.fileName(), file.errorString()));
            names << picture.name;
        }
    }
    return names;
}

} // namespace channels::byhand
