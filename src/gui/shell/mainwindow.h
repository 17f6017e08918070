#pragma once

#include "gui/shell/place.h"

#include <QMainWindow>

class QLabel;
class QListWidget;
class QTabWidget;

/// The frame: places at the left, tabs in the middle, a light per channel below. It knows where things open, nothing of what is in them.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(std::unique_ptr<Desk> desk);
    ~MainWindow() override;

    Desk &desk() { return *m_desk; }
    void openPlace(int index);
    void openOrder(const QString &number);
    void openProduct(const QString &sku);
    void openCustomer(const QString &code);
    Place *current() const;

signals:
    void wantsOtherCompany();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    struct Spot {
        QString title;
        const char *iconName;
        std::function<Place *()> make;
        Place *place = nullptr;
    };
    void makeSpots();
    void makeMenus();
    void makeStatus();
    void showLights();
    void find();
    void go(int step);
    /// Puts a place or editor into a tab and looks after its wishes.
    void open(Place *place);
    template <class Row> void openEditor(const Result<Row> &row, std::function<Place *(Id<Row>)> make, const QString &title);
    void closeTab(int index);

    std::unique_ptr<Desk> m_desk;
    std::vector<Spot> m_spots;
    QListWidget *m_list;
    QTabWidget *m_tabs;
    QWidget *m_lights;
    std::vector<QPointer<Place>> m_trail; ///< for back and forward
    int m_here = -1;
    bool m_travelling = false;
    qint64 m_lastChange = 0;
};
