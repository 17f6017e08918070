# What every target of this house has in common.

add_library(house INTERFACE)
target_compile_options(house INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Werror)
target_include_directories(house INTERFACE src)
target_compile_definitions(house INTERFACE QT_NO_CAST_TO_ASCII QT_NO_FOREACH PURSER_VERSION="${PROJECT_VERSION}")
# GCC 12 sees overflows in inlined Qt and std code that cannot happen.
target_compile_options(house INTERFACE -Wno-error=stringop-overflow -Wno-error=array-bounds -Wno-error=maybe-uninitialized
                                       -Wno-error=restrict -Wno-error=dangling-pointer)

option(PURSER_SANITIZE "AddressSanitizer and UndefinedBehaviorSanitizer" OFF)
if(PURSER_SANITIZE)
    target_compile_options(house INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
    target_link_options(house INTERFACE -fsanitize=address,undefined)
endif()
option(PURSER_THREAD_SANITIZE "ThreadSanitizer" OFF)
if(PURSER_THREAD_SANITIZE)
    target_compile_options(house INTERFACE -fsanitize=thread)
    target_link_options(house INTERFACE -fsanitize=thread)
endif()

# house_library(name SOURCES folder LINK ...): every source below the folder, with the Qt headers that all of them read precompiled.
function(house_library name)
    cmake_parse_arguments(lib "" "SOURCES" "LINK" ${ARGN})
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${lib_SOURCES}/*.cpp ${lib_SOURCES}/*.h)
    list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")
    if(NOT sources)
        return()
    endif()
    add_library(${name} STATIC ${sources})
    target_link_libraries(${name} PUBLIC house ${lib_LINK})
    house_precompile(${name})
endfunction()

function(house_precompile name)
    target_compile_options(${name} PRIVATE -fpch-preprocess) # ccache needs it with precompiled headers
    target_precompile_headers(${name} PRIVATE <QString> <QStringList> <QByteArray> <QDate> <QDateTime> <QTimeZone> <QCoreApplication>
        <QLocale> <array> <functional> <map> <memory> <optional> <string> <tuple> <unordered_map> <variant> <vector>)
endfunction()
