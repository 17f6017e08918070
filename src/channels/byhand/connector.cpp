#include "channels/byhand/connector.h"

#include "channels/byhand/importorders.h"
#include "channels/byhand/orderjson.h"

#include <QCoreApplication>

namespace channels::byhand {

static QString tr(const char *text) { return QCoreApplication::translate("ByHand", text); }

/// The engine refuses to open such a channel before any of these is reached.
static Failure nobodyThere() { return Failure(Failure::Kind::Rejected, tr("This site is served by hand.")); }

Capabilities HandConnector::capabilities() const { return {}; }
ShopInfo HandConnector::probe() { throw nobodyThere(); }
OrderPage HandConnector::ordersChanged(const Window &, const QString &) { throw nobodyThere(); }
RemoteOrder HandConnector::order(const QString &) { throw nobodyThere(); }
RemoteOrder HandConnector::readOrder(const Json &raw) const { return orderFromJson(raw); }
ProductPage HandConnector::products(const QString &) { throw nobodyThere(); }
std::vector<ItemResult> HandConnector::setStock(const std::vector<StockLevel> &) { throw nobodyThere(); }
std::vector<ItemResult> HandConnector::setPrices(const std::vector<PriceLevel> &) { throw nobodyThere(); }
std::vector<ItemResult> HandConnector::saveProducts(const std::vector<ProductContent> &) { throw nobodyThere(); }
ItemResult HandConnector::tellShipment(const ShipmentNotice &) { throw nobodyThere(); }

static std::unique_ptr<Connector> open(Http &, Access) { return std::make_unique<HandConnector>(); }

/// The files in its folders.
static Result<QStringList> byItself(Session &session, const ::Channel &channel)
{
    const auto report = runFolders(session, channel.name);
    if (!report)
        return report.error();
    return QStringList{tr("files: %1 taken, %2 written").arg(report->files.size()).arg(report->written.size())};
}

Kind kind()
{
    Kind kind;
    kind.id = QStringLiteral("byhand");
    kind.label = tr("By hand");
    kind.open = &open;
    kind.talks = false;
    kind.byItself = &byItself;
    kind.settings = {{QStringLiteral("in"), tr("Folder from which orders are taken")}, {QStringLiteral("out"), tr("Folder for the worksheet")}};
    return kind;
}

} // namespace channels::byhand
