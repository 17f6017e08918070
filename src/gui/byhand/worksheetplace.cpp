#include "gui/byhand/worksheetplace.h"

#include "gui/bind/typing.h"
#include "gui/byhand/sites.h"
#include "gui/shell/icons.h"
#include "gui/shell/theme.h"
#include "paper/reportpaper.h"

#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QSaveFile>
#include <QTabWidget>

using namespace channels::byhand;

WorksheetPlace::WorksheetPlace(Desk &desk)
    : Place(desk, tr("Update a site by hand"), "clipboard-check"), m_site(new QComboBox), m_note(new QLabel), m_effort(new QLabel)
{
    m_work.task = HandTask::Worksheet;
    m_site->setObjectName(QStringLiteral("site"));
    m_site->setAccessibleName(tr("Site"));
    m_site->setMinimumWidth(240);
    m_note->setObjectName(QStringLiteral("note"));
    m_note->setTextFormat(Qt::PlainText);
    auto *row = new QHBoxLayout;
    row->addWidget(m_site);
    row->addWidget(m_note, 1);
    content()->addLayout(row);
    makeTables();
    makeActions();
    m_sites = showSites(desk, m_site);
    connect(m_site, &QComboBox::currentIndexChanged, this, &WorksheetPlace::refresh);
}

void WorksheetPlace::makeTables()
{
    const auto firstLine = [](const QString &text) { return text.section(u'\n', 0, 0); };
    m_lines = new TableModel<SheetLine>(
        {{tr("SKU"), [](const SheetLine &l) { return l.sku; }, leftAligned, 140},
         {tr("Name"), [](const SheetLine &l) { return l.name; }, leftAligned, 240},
         {tr("What"), [](const SheetLine &l) { return sheetFieldLabel(l.field); }, leftAligned, 110},
         {tr("Shows"), [firstLine](const SheetLine &l) { return firstLine(l.now); }, rightAligned, 130},
         {tr("Becomes"), [firstLine](const SheetLine &l) { return firstLine(l.becomes); }, rightAligned, 260},
         {tr("Note"), [](const SheetLine &l) { return l.note; }, leftAligned, 320, [](const SheetLine &) { return QVariant(theme::warning()); }}},
        this);
    m_table = makeTable(m_lines, tr("To be typed into the site"));
    m_table->setObjectName(QStringLiteral("lines"));
    m_table->setProperty(whenEmpty, tr("The site shows what it should."));
    rememberColumns(m_table, "worksheetLines");
    connect(m_table, &QTableView::activated, this, &WorksheetPlace::copyLine);
    m_ticks = new TableModel<Tick>(
        {{tr("When"), [](const Tick &t) { return momentText(t.at); }, leftAligned, 150},
         {tr("Who"), [](const Tick &t) { return t.actor; }, leftAligned, 130},
         {tr("SKU"), [](const Tick &t) { return t.sku; }, leftAligned, 140},
         {tr("What"), [](const Tick &t) { return sheetFieldLabel(t.field); }, leftAligned, 110},
         {tr("Showed"), [firstLine](const Tick &t) { return firstLine(t.was); }, rightAligned, 130},
         {tr("Became"), [firstLine](const Tick &t) { return firstLine(t.became); }, rightAligned, 260},
         {tr("Taken back"), [](const Tick &t) { return t.takenBack ? WorksheetPlace::tr("taken back") : QString(); }, leftAligned, 100}},
        this);
    m_tickTable = makeTable(m_ticks, tr("Ticked"));
    m_tickTable->setObjectName(QStringLiteral("ticks"));
    m_tabs = new QTabWidget;
    m_tabs->addTab(m_table, icon("clipboard-list"), tr("To be typed into the site"));
    m_tabs->addTab(m_tickTable, icon("history"), tr("Ticked"));
    content()->addWidget(m_tabs, 1);
    m_effort->setObjectName(QStringLiteral("effort"));
    m_effort->setTextFormat(Qt::PlainText);
    content()->addWidget(m_effort);
    m_table->installEventFilter(this);
}

void WorksheetPlace::makeActions()
{
    addAction("copy", tr("Copy"), QKeySequence::Copy, [this] { copyLine(); });
    addAction("check", tr("Tick: typed into the site"), QKeySequence(Qt::CTRL | Qt::Key_Return), [this] { tickCurrent(); });
    addAction("undo-2", tr("Take the tick back"), QKeySequence::Undo, [this] { takeBack(); });
    addAction("printer", tr("Print or save…"), QKeySequence::Print, [this] { saveSheet(); });
    addAction("file-text", tr("Product sheet…"), {}, [this] { saveProducts(); });
    addAction("image", tr("Save pictures…"), {}, [this] { savePictures(); });
}

/// The space bar ticks; every key is work.
bool WorksheetPlace::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        m_clock.act(desk().session().clock());
        if (static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space) {
            tickCurrent();
            return true;
        }
    }
    return Place::eventFilter(watched, event);
}

/// Leaving the worksheet ends a piece of work.
void WorksheetPlace::hideEvent(QHideEvent *event)
{
    Place::hideEvent(event);
    const auto channel = site();
    if (!channel || m_work.items == 0)
        return;
    m_work.seconds = m_clock.seconds();
    const auto kept = desk().perform([&](Tx &tx) -> Result<> {
        keepWork(tx, *channel, m_work);
        return Done{};
    });
    notice().tell(kept);
    m_work = {HandTask::Worksheet};
    m_clock.restart();
}

std::optional<Channel> WorksheetPlace::site() const
{
    for (const Channel &site : m_sites)
        if (site.id.value == m_site->currentData().toLongLong())
            return site;
    return {};
}

void WorksheetPlace::refresh()
{
    m_sites = showSites(desk(), m_site);
    const auto channel = site();
    if (!channel) {
        notice().say(Notice::Tone::Info, noSites());
        return;
    }
    constexpr int ticksShown = 500;
    desk().askLater(
        this,
        [channel = *channel](Tx &tx) {
            return View{worksheetOf(tx, channel), ticksOn(tx, channel.id, ticksShown), effortOf(tx, channel.id, tx.today().addDays(-29), tx.today())};
        },
        [this, asked = channel->id](Result<View> view) {
            if (!view)
                notice().refusal(view.error());
            else if (const auto shown = site(); shown && shown->id == asked)
                present(*view);
        });
}

void WorksheetPlace::present(const View &view)
{
    const int row = m_table->currentIndex().row(), tickRow = m_tickTable->currentIndex().row();
    m_lines->setRows(view.lines);
    m_ticks->setRows(view.ticks);
    if (m_lines->rowCount() > 0)
        m_table->setCurrentIndex(m_lines->index(std::clamp(row, 0, m_lines->rowCount() - 1), 0));
    if (m_ticks->rowCount() > 0)
        m_tickTable->setCurrentIndex(m_ticks->index(std::clamp(tickRow, 0, m_ticks->rowCount() - 1), 0));
    m_effort->setText(effortText(view.effort));
    const auto channel = site();
    const Instant last = channel ? channel->lastPush : Instant();
    m_note->setText(tr("%n line(s) to be typed.", nullptr, m_lines->rowCount()) + u' '
                    + (last ? tr("Last brought up to date: %1.").arg(momentText(last)) : tr("Never brought up to date yet.")) + QStringLiteral("  ")
                    + tr("Return copies, the space bar ticks."));
}

QString WorksheetPlace::effortText(const Effort &effort)
{
    const auto minutes = [](qint64 seconds) { return QLocale().toString((seconds + 30) / 60); };
    return tr("Last 30 days: %1 orders in %2 minutes, %3 ticks in %4 minutes, %5 slips caught.")
        .arg(QLocale().toString(effort.orders), minutes(effort.orderSeconds), QLocale().toString(effort.ticks), minutes(effort.worksheetSeconds),
             QLocale().toString(effort.caught()));
}

void WorksheetPlace::copyLine()
{
    const SheetLine *line = m_lines->at(m_table->currentIndex());
    if (!line)
        return;
    m_clock.act(desk().session().clock());
    QGuiApplication::clipboard()->setText(line->copy.isEmpty() ? line->becomes : line->copy);
    notice().say(Notice::Tone::Info, tr("Copied: %1").arg((line->copy.isEmpty() ? line->becomes : line->copy).section(u'\n', 0, 0)));
}

void WorksheetPlace::tickCurrent()
{
    const auto channel = site();
    const SheetLine *line = m_lines->at(m_table->currentIndex());
    if (!channel || !line)
        return;
    m_clock.act(desk().session().clock());
    const auto ticked = desk().perform([&](Tx &tx) { return tickLine(tx, *channel, *line); });
    if (!ticked) {
        notice().refusal(ticked.error());
        return;
    }
    ++m_work.items;
    notice().offer(tr("Ticked: %1, %2.").arg(line->sku, sheetFieldLabel(line->field)), tr("Undo"), [this, id = *ticked, channel = *channel] {
        notice().tell(desk().perform([&](Tx &tx) { return takeTickBack(tx, channel, id); }), tr("The tick is taken back."));
    });
}

/// The tick that is marked in the list of ticks, else the last one that stands.
void WorksheetPlace::takeBack()
{
    const auto channel = site();
    const Tick *tick = m_tabs->currentIndex() == 1 ? m_ticks->at(m_tickTable->currentIndex()) : nullptr;
    if (!tick && m_tabs->currentIndex() == 0)
        for (const Tick &one : m_ticks->rows())
            if (!one.takenBack) {
                tick = &one;
                break;
            }
    if (!channel || !tick) {
        notice().say(Notice::Tone::Info, tr("There is no tick to take back."));
        return;
    }
    const QString sku = tick->sku;
    notice().tell(desk().perform([&, id = tick->id](Tx &tx) { return takeTickBack(tx, *channel, id); }),
                  tr("The tick of %1 is taken back.").arg(sku));
}

static Result<> write(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return refuse(QStringLiteral("file"), WorksheetPlace::tr("%1 cannot be written: %2").arg(path, file.errorString()));
    return Done{};
}

void WorksheetPlace::saveReport(const Report &report)
{
    auto *dialog = new QFileDialog(this, tr("Save"), report.title + QStringLiteral(".pdf"), tr("PDF (*.pdf);;Spreadsheet (*.xlsx);;CSV (*.csv)"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this, report](const QString &path) {
        const QString ending = QFileInfo(path).suffix().toLower();
        if (ending == QLatin1String("csv"))
            notice().tell(write(path, toCsv(report)), tr("Saved: %1").arg(path));
        else if (ending == QLatin1String("xlsx"))
            notice().tell(writeXlsx(report, path), tr("Saved: %1").arg(path));
        else
            notice().tell(write(path, paper::reportAsPdf(report, desk().session().scene().companyName)), tr("Saved: %1").arg(path));
    });
    dialog->open();
}

template <class Work, class Then> void WorksheetPlace::inBackground(Work work, Then then)
{
    const auto channel = site();
    if (!channel)
        return;
    desk().runLater(
        this, [work, channel = *channel](Session &session) { return work(session, channel); },
        [this, then](auto result) {
            if (!result)
                notice().refusal(result.error());
            else
                then(*result);
        });
}

void WorksheetPlace::saveSheet()
{
    inBackground(
        [](Session &session, const Channel &channel) {
            return session.ask([&](Tx &tx) { return worksheetReport(channel, worksheetOf(tx, channel), tx.today()); });
        },
        [this](const Report &report) { saveReport(report); });
}

void WorksheetPlace::saveProducts()
{
    inBackground([](Session &session, const Channel &channel) { return session.ask([&](Tx &tx) { return productSheet(tx, channel, true); }); },
                 [this](const Report &report) { saveReport(report); });
}

void WorksheetPlace::savePictures()
{
    auto *dialog = new QFileDialog(this, tr("Save the pictures that the site needs"));
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &folder) {
        inBackground(
            [folder](Session &session, const Channel &channel) { return saveNeededPictures(session, channel, folder); },
            [this, folder](const QStringList &files) { notice().good(tr("%n picture(s) saved in %1.", nullptr, int(files.size())).arg(folder)); });
    });
    dialog->open();
}
