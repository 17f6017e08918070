#include "gui/today/todayplace.h"

#include "gui/shell/icons.h"
#include "gui/shell/theme.h"

#include <QApplication>
#include <QBarCategoryAxis>
#include <QBarSeries>
#include <QBarSet>
#include <QChart>
#include <QChartView>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHorizontalBarSeries>
#include <QLabel>
#include <QValueAxis>

TodayPlace::TodayPlace(Desk &desk) : Place(desk, tr("Today"), "house"), m_tiles(new QGridLayout)
{
    addAction("refresh-cw", tr("Refresh"), QKeySequence::Refresh, [this] { reload(); });
    m_tiles->setSpacing(10);
    content()->addLayout(m_tiles);
    m_orders = tile(tr("Orders today"), "shopping-cart", 0);
    m_toShip = tile(tr("To ship"), "truck", 1);
    m_exceptions = tile(tr("Exceptions"), "triangle-alert", 2);
    m_stockOuts = tile(tr("Out of stock"), "package-open", 3);
    m_overdue = tile(tr("Overdue"), "coins", 4);
    auto *charts = new QHBoxLayout;
    m_days = new QChartView;
    m_channels = new QChartView;
    for (QChartView *view : {m_days, m_channels}) {
        view->setRenderHint(QPainter::Antialiasing);
        view->setMinimumHeight(230);
        view->setFocusPolicy(Qt::NoFocus);
        charts->addWidget(view, 1);
    }
    m_days->setAccessibleName(tr("Orders per day"));
    m_channels->setAccessibleName(tr("Sales by channel"));
    content()->addLayout(charts, 2);
    auto *title = new QLabel(tr("What needs somebody"));
    QFont bold = font();
    bold.setBold(true);
    title->setFont(bold);
    content()->addWidget(title);
    m_waiting = new TableModel<std::pair<QString, QString>>({{tr("Order or channel"), [](const auto &w) { return w.first; }, leftAligned, 150},
                                                             {tr("Why it waits"), [](const auto &w) { return w.second; }, leftAligned, 700}},
                                                            this);
    m_table = makeTable(m_waiting, tr("What needs somebody"));
    m_table->setObjectName(QStringLiteral("waiting"));
    m_table->setProperty(whenEmpty, tr("Nothing waits for anybody: every order can go on."));
    content()->addWidget(m_table, 2);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        if (const auto *row = m_waiting->at(index))
            emit openOrder(row->first);
    });
}

QLabel *TodayPlace::tile(const QString &title, const char *iconName, int column)
{
    auto *frame = new QFrame;
    frame->setObjectName(QStringLiteral("tile"));
    auto *layout = new QGridLayout(frame);
    auto *picture = new QLabel;
    picture->setPixmap(icon(iconName, theme::accent()).pixmap(22, 22));
    auto *name = new QLabel(title);
    auto *figure = new QLabel(QStringLiteral("–"));
    QFont big = font();
    big.setPointSizeF(big.pointSizeF() * 1.8);
    big.setBold(true);
    figure->setFont(big);
    figure->setTextFormat(Qt::PlainText);
    figure->setAccessibleName(title);
    layout->addWidget(picture, 0, 0);
    layout->addWidget(name, 0, 1);
    layout->addWidget(figure, 1, 0, 1, 2);
    layout->setColumnStretch(1, 1);
    m_tiles->addWidget(frame, 0, column);
    return figure;
}

void TodayPlace::refresh()
{
    desk().askLater(this, todayFigures, [this](Result<TodayFigures> figures) {
        if (figures)
            present(*figures);
        else
            notice().refusal(figures.error());
    });
}

void TodayPlace::present(const TodayFigures &figures)
{
    const QLocale locale;
    m_orders->setText(locale.toString(figures.ordersToday));
    m_toShip->setText(locale.toString(figures.toShip));
    m_exceptions->setText(locale.toString(figures.exceptions));
    m_stockOuts->setText(locale.toString(figures.stockOuts));
    m_overdue->setText(figures.overdue.withCurrency(locale));
    m_waiting->setRows(figures.waiting);
    if (!m_table->currentIndex().isValid() && m_waiting->rowCount() > 0)
        m_table->setCurrentIndex(m_waiting->index(0, 0));
    drawDays(figures);
    drawChannels(figures);
}

/// A chart in the desk's colours, without borders of its own.
static QChart *chartWith(const QString &title)
{
    auto *chart = new QChart;
    chart->setTitle(title);
    chart->legend()->hide();
    chart->setBackgroundBrush(QApplication::palette().base());
    chart->setTitleBrush(QApplication::palette().text());
    chart->setMargins({6, 6, 6, 6});
    chart->setAnimationOptions(QChart::NoAnimation);
    return chart;
}

static void attach(QChart *chart, QAbstractSeries *series, QAbstractAxis *categories, QValueAxis *values, Qt::Alignment categoriesAt,
                   Qt::Alignment valuesAt)
{
    chart->addSeries(series);
    for (const auto &[axis, where] :
         {std::pair<QAbstractAxis *, Qt::Alignment>(categories, categoriesAt), std::pair<QAbstractAxis *, Qt::Alignment>(values, valuesAt)}) {
        axis->setLabelsBrush(QApplication::palette().text());
        axis->setGridLineColor(QApplication::palette().color(QPalette::Midlight));
        axis->setLinePenColor(QApplication::palette().color(QPalette::Mid));
        chart->addAxis(axis, where);
        series->attachAxis(axis);
    }
    values->setLabelFormat(QStringLiteral("%.0f"));
    values->applyNiceNumbers();
}

static void replaceChart(QChartView *view, QChart *chart)
{
    QChart *old = view->chart();
    view->setChart(chart);
    delete old;
}

void TodayPlace::drawDays(const TodayFigures &figures)
{
    QChart *chart = chartWith(tr("Orders per day, last two weeks"));
    auto *set = new QBarSet(tr("Orders"));
    set->setColor(theme::accent());
    set->setBorderColor(theme::accent());
    QStringList days;
    qint64 most = 1;
    for (const auto &day : figures.days) {
        *set << qreal(day.orders);
        days << QStringLiteral("%1.").arg(day.day.day());
        most = std::max(most, day.orders);
    }
    auto *series = new QBarSeries;
    series->append(set);
    auto *categories = new QBarCategoryAxis;
    categories->append(days);
    auto *values = new QValueAxis;
    values->setRange(0, qreal(most));
    attach(chart, series, categories, values, Qt::AlignBottom, Qt::AlignLeft);
    replaceChart(m_days, chart);
}

void TodayPlace::drawChannels(const TodayFigures &figures)
{
    QChart *chart = chartWith(tr("Sales by channel, last 30 days, %1").arg(desk().currency().code()));
    auto *set = new QBarSet(tr("Sales"));
    set->setColor(theme::accent());
    set->setBorderColor(theme::accent());
    QStringList names;
    qreal most = 1;
    for (auto it = figures.byChannel.rbegin(); it != figures.byChannel.rend(); ++it) {
        const qreal amount = qreal(it->second.minor()) / qreal(decimal::powerOfTen(desk().currency().exponent())); // a bar's length, not a figure
        *set << amount;
        names << it->first;
        most = std::max(most, amount);
    }
    auto *series = new QHorizontalBarSeries;
    series->append(set);
    auto *categories = new QBarCategoryAxis;
    categories->append(names);
    auto *values = new QValueAxis;
    values->setRange(0, most);
    attach(chart, series, categories, values, Qt::AlignLeft, Qt::AlignBottom);
    replaceChart(m_channels, chart);
}
