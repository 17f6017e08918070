#include "channels/vendure/push.h"

namespace channels::vendure {
namespace {

const QString uploadDocument =
    QStringLiteral("mutation($file:Upload!){createAssets(input:[{file:$file}]){__typename ...on Asset{id} ...on ErrorResult{errorCode message}}}");
const QString findDocument = QStringLiteral("query($options:AssetListOptions){assets(options:$options){items{id name}}}");

/// The picture's name in the shop. It holds a part of the content's hash, so that a picture whose upload got lost on the way back is found.
QString nameOf(const ImageContent &image)
{
    const QString stem = image.name.section(u'.', 0, -2);
    const QString ending = image.name.section(u'.', -1);
    return QStringLiteral("%1-%2.%3").arg(stem.isEmpty() ? QStringLiteral("image") : stem, image.sha256.left(12), ending);
}

QString findAsset(Client &client, const QString &name)
{
    const Json byName = Json::object({{"take", 1}, {"filter", Json::object({{"name", Json::object({{"eq", name}})}})}});
    return client.query(findDocument, Json::object({{"options", byName}}))["assets"]["items"].at(0)["id"].text();
}

} // namespace

Assets uploadAssets(Client &client, const std::vector<ImageContent> &images)
{
    Assets assets;
    for (const ImageContent &image : images) {
        QString id = image.externalId;
        const QString name = nameOf(image);
        if (id.isEmpty() && !(id = findAsset(client, name)).isEmpty())
            assets.uploaded.emplace_back(image.sha256, id);
        if (id.isEmpty()) {
            const Outcome made = outcomeOf(client.upload(uploadDocument, {name, image.mediaType, image.bytes})["createAssets"].at(0));
            id = made.value["id"].text();
            if (id.isEmpty()) {
                assets.refused += Words::tr("%1: %2").arg(image.name, made.message);
                continue;
            }
            assets.uploaded.emplace_back(image.sha256, id);
        }
        assets.ids.push_back(id);
    }
    return assets;
}

} // namespace channels::vendure
