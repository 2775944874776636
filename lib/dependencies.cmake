# The libraries below Sheaf, each as an imported target that its rooms link.
find_package(PkgConfig REQUIRED)
pkg_check_modules(CAIRO REQUIRED IMPORTED_TARGET cairo>=1.16)
pkg_check_modules(DEFLATE REQUIRED IMPORTED_TARGET libdeflate)
pkg_check_modules(EXPAT REQUIRED IMPORTED_TARGET expat>=2.4)
pkg_check_modules(FREETYPE REQUIRED IMPORTED_TARGET freetype2)
pkg_check_modules(HARFBUZZ REQUIRED IMPORTED_TARGET harfbuzz>=6.0)
pkg_check_modules(SUBSET REQUIRED IMPORTED_TARGET harfbuzz-subset>=6.0)
pkg_check_modules(FONTCONFIG REQUIRED IMPORTED_TARGET fontconfig)
pkg_check_modules(ICU REQUIRED IMPORTED_TARGET icu-uc icu-i18n)
pkg_check_modules(JPEG REQUIRED IMPORTED_TARGET libturbojpeg>=2.1)
pkg_check_modules(MD REQUIRED IMPORTED_TARGET libmd)
pkg_check_modules(MD4C REQUIRED IMPORTED_TARGET md4c)
pkg_check_modules(ODBC REQUIRED IMPORTED_TARGET odbc>=2.3)
pkg_check_modules(PNG REQUIRED IMPORTED_TARGET libpng)
pkg_check_modules(QPDF libqpdf>=11)
pkg_check_modules(SQLITE REQUIRED IMPORTED_TARGET sqlite3>=3.38)
pkg_check_modules(YAJL REQUIRED IMPORTED_TARGET yajl)
pkg_check_modules(YAML REQUIRED IMPORTED_TARGET yaml-0.1)
pkg_check_modules(ZIP REQUIRED IMPORTED_TARGET libzip>=1.7)
pkg_check_modules(ZLIB REQUIRED IMPORTED_TARGET zlib)
pkg_check_modules(ZSTD REQUIRED IMPORTED_TARGET libzstd)

find_path(HPDF_INCLUDE hpdf.h REQUIRED)
find_library(HPDF_LIBRARY hpdf REQUIRED)
add_library(hpdf INTERFACE)
target_include_directories(hpdf SYSTEM INTERFACE ${HPDF_INCLUDE})
target_link_libraries(hpdf INTERFACE ${HPDF_LIBRARY})

find_path(HYPHEN_INCLUDE hyphen.h REQUIRED)
find_library(HYPHEN_LIBRARY hyphen REQUIRED)
add_library(hyphen INTERFACE)
target_include_directories(hyphen SYSTEM INTERFACE ${HYPHEN_INCLUDE})
target_link_libraries(hyphen INTERFACE ${HYPHEN_LIBRARY})

# SQLite and unixODBC are loaded when a database is read, libzip when a workbook is, libxlsxwriter
# when one is written, so only their headers are needed.
add_library(sqlite_headers INTERFACE)
target_include_directories(sqlite_headers SYSTEM INTERFACE
                           $<TARGET_PROPERTY:PkgConfig::SQLITE,INTERFACE_INCLUDE_DIRECTORIES>)
add_library(odbc_headers INTERFACE)
target_include_directories(odbc_headers SYSTEM INTERFACE
                           $<TARGET_PROPERTY:PkgConfig::ODBC,INTERFACE_INCLUDE_DIRECTORIES>)
add_library(zip_headers INTERFACE)
target_include_directories(zip_headers SYSTEM INTERFACE
                           $<TARGET_PROPERTY:PkgConfig::ZIP,INTERFACE_INCLUDE_DIRECTORIES>)
# By its header: the xlsxwriter.pc of Debian 13 asks for a minizip.pc that its package does not bring.
find_path(XLSXWRITER_INCLUDE xlsxwriter.h REQUIRED)
add_library(xlsxwriter_headers INTERFACE)
target_include_directories(xlsxwriter_headers SYSTEM INTERFACE ${XLSXWRITER_INCLUDE})

# libqpdf is loaded when sheaf diff reads a PDF; the one whose headers these are. Without them Sheaf is
# built all the same.
if(QPDF_FOUND)
  find_library(QPDF_LIBRARY qpdf HINTS ${QPDF_LIBRARY_DIRS} NO_CACHE)
endif()
if(QPDF_LIBRARY)
  file(REAL_PATH ${QPDF_LIBRARY} library)
  string(REGEX MATCH "libqpdf\\.so\\.[0-9]+" library ${library})
endif()
if(library)
  add_library(qpdf_headers INTERFACE)
  target_include_directories(qpdf_headers SYSTEM INTERFACE ${QPDF_INCLUDE_DIRS})
  target_compile_definitions(qpdf_headers INTERFACE SHEAF_QPDF_LIBRARY="${library}")
else()
  message(STATUS "no libqpdf (Debian: libqpdf-dev): sheaf diff will not read PDFs")
endif()

# libmicrohttpd is loaded by sheaf watch alone, as it brings a library of TLS along. Without its headers
# the command is built all the same.
pkg_check_modules(MICROHTTPD libmicrohttpd>=0.9.71)
if(MICROHTTPD_FOUND)
  add_library(microhttpd_headers INTERFACE)
  target_include_directories(microhttpd_headers SYSTEM INTERFACE ${MICROHTTPD_INCLUDE_DIRS})
else()
  message(STATUS "no libmicrohttpd (Debian: libmicrohttpd-dev): there will be no sheaf watch")
endif()
