#include "gui/byhand/sites.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QSignalBlocker>

std::vector<Channel> handSites(Tx &tx)
{
    auto sites = allChannels(tx);
    std::erase_if(sites, [](const Channel &channel) {
        const channels::Kind *kind = channels::findKind(channel.kind);
        return !kind || kind->talks;
    });
    return sites;
}

std::vector<Channel> showSites(Desk &desk, QComboBox *box)
{
    auto sites = desk.ask(handSites);
    if (!sites)
        return {};
    const QSignalBlocker quiet(box);
    const qint64 chosen = box->currentData().toLongLong();
    box->clear();
    for (const Channel &site : *sites)
        box->addItem(site.name, site.id.value);
    box->setCurrentIndex(std::max(0, box->findData(chosen)));
    return *std::move(sites);
}

QString noSites() { return QCoreApplication::translate("ByHand", "No site is served by hand yet. Add a channel of the kind “By hand” in Channels."); }
