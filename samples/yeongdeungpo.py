"""The real card 25 of 영등포구 transcribed by hand, so that the same card can be printed as a PDF.

`yeongdeungpo-25.txt` is the card as its district published it; nothing here is read from that file. Where the bars
of the Gantt table stood is not in the text: those drawn here are this transcription's own.
"""

from __future__ import annotations

from datetime import date

from pledgecards.samples.card import (
    Amount,
    Block,
    Card,
    Choice,
    Deed,
    Item,
    When,
)  # fmt: skip
from pledgecards.samples.dating import point, since, span
from pledgecards.samples.yeongdeungpo_tables import ANCHOR, RENEWAL, SPACE, contacts, results, tables

_SERVICE = "「문래동1~4가 도시환경정비계획 재정비 수립 용역」"


def _count(raw: str, value: float, unit: str, approx: bool = False) -> Amount:
    return Amount(raw, value, unit, None, approx)


def _won(raw: str, won: int, approx: bool = False) -> Amount:
    return Amount(raw, float(won), "원", won, approx)


def _section(key: str, text: str, marker: str | None = None) -> Item:
    return Item("heading", key, text, marker, 1)


def _head(key: str, text: str) -> Item:
    return Item("heading", key, text, None, 2)


def _group(key: str, text: str) -> Item:
    return Item("heading", key, text, "[ ]", 3)


def _bullet(key: str, level: int, text: str, *meanings: When | Amount) -> Item:
    dates = tuple(m for m in meanings if isinstance(m, When))
    amounts = tuple(m for m in meanings if isinstance(m, Amount))
    return Item("bullet", key, text, "-", level, dates, amounts)


def _deed(level: int, text: str, label: str, *meanings: When | Amount) -> Item:
    """A bullet that holds one deed, dated by the last of its dates (the more specific one in this card)."""
    bullet = _bullet("performance", level, text, *meanings)
    when = bullet.dates[-1] if bullet.dates else None
    return Item("bullet", "performance", text, "-", level, bullet.dates, bullet.amounts, (Deed(label, when),))


def _choices() -> tuple[Choice, ...]:
    return (
        Choice("term", "임지구분", ("임기내", "임기외"), (0,)),
        Choice("lead", "사업주체", ("영등포구", "정부·서울시", "민간"), (0,)),
        Choice("novelty", "신규여부", ("지속", "신규"), (0,)),
        Choice("horizon", "사업시기", ("단기", "중기", "장기"), (0,)),
        Choice("budgeted", "예산구분", ("예산", "비예산"), (0,)),
        Choice("stage", "이행단계", ("여론수렴", "타당성분석", "추진중", "완료(지속)"), (0,)),
    )


def _overview() -> list[Block]:
    area = _count("185,385㎡", 185385, "㎡")
    return [
        _section("classification", "사업구분", "■"),
        _bullet("classification", 1, "임기내 / 신규사업"),
        _section("support", "정부·서울시 도움(권한 명확성)", "■"),
        _bullet("support", 1, "산업혁신 앵커시설 조성 등 도시재생사업 추진 (서울시)"),
        _section("overview", "정책개요", "■"),
        _bullet("overview", 1, f"경인·문래 도시공간구조 개편 방안 마련 {_SERVICE}"),
        _bullet("overview", 2, "기 간: 2018. 6. ~ 2019. 11.", span("2018. 6. ~ 2019. 11.", "2018-06", "2019-11")),
        _bullet("overview", 2, "대 상: 문래동1~3가 일대(185,385㎡)", area),
        _bullet("overview", 1, ANCHOR),
        _bullet("overview", 2, "기 간: 2018. ~ 2021.", span("2018. ~ 2021.", "2018", "2021")),
        _bullet("overview", 2, "구 성: 공동작업장, 협업지원실, 교육실 및 현 도시재생지원센터 이주"),
        _bullet("overview", 1, RENEWAL),
        _bullet("overview", 2, "문래 기계금속제조업 역량강화를 통한 산업재생"),
        _bullet("overview", 2, "산업고도화 위한 제조환경 인프라 개선"),
    ]


def _state() -> list[Block]:
    key = "current_state"
    return [
        _section(key, "정책현황 및 목표", "■"),
        _head(key, "현 황"),
        _bullet(key, 1, "3도심에 걸맞지 않은 낙후된 경인로·문래동 일대에 새로운 기능을 부여하여 도심활성화 필요"),
        _bullet(
            key, 1,
            "기계금속제조업의 생산 네트워크가 형성되어 있으며, 대부분이 단순 임가공에 그치고 있으나 숙련공으로 혁신 잠재력 보유",
        ),
        _bullet(
            key, 2,
            "10년 이상 경력 보유 숙련공 88.6%로 기계금속분야 차별화된 기술력 보유, 현재 시제품 대응팀이 활발하게 움직임",
            _count("10년 이상", 10, "년", approx=True), _count("88.6%", 88.6, "%"),
        ),
        _bullet(key, 1, "쇠퇴한 제조업 중심 산업고도화와 혁신을 통한 산업재생 활성화"),
        _bullet(key, 2, "기존 토착산업·제조업 기반을 유지하며 경쟁력 향상을 위한 산업육성 정책 필요"),
        _bullet(key, 2, "클린사업장 등 스마트한 제조환경 조성, 노후한 인프라 개선 필요"),
        _head("goals", "목 표"),
        _bullet(
            "goals", 1,
            "영등포, 여의도 도심 위계에 걸맞도록 경인·문래동 일대의 도시공간 구조개편 방안을 마련하여 "
            "4차산업을 주도하는 테크밸리 기반 조성",
        ),
        _bullet(
            "goals", 1,
            "문래 기계금속제조업을 산업혁신과 융복합이 지속적으로 이루어지는 스마트·스피드 제작거점으로 육성하여 경쟁력 강화",
        ),
        _bullet("goals", 2, "기계금속제조업 혁신 앵커 조성을 통해 소공인 협업시스템 구축"),
        _bullet("goals", 2, "공동수주·생산·협업 시스템 구축 및 기술융합 협업으로 시제품 제작 메카 조성"),
    ]  # fmt: skip


def _plan() -> list[Block]:
    return [
        _section("plan", "추진계획", "Ⅰ"),
        _head("plan", "경인·문래 도시공간구조 개편 방안 마련 「문래동1~4가 재개발정비계획 재정비 용역」"),
        _bullet(
            "plan", 1, "영등포·여의도 도심 위계에 걸맞는 도시공간구조 개편방안 제시 및 재개발정비계획 재정비 방안 검토"
        ),
        _bullet("plan", 1, "주거·산업공간 등의 지역 특성에 맞는 공간 계획 방안 마련"),
        _head("plan", "산업혁신 앵커시설 조성(문래동 일대)"),
        _bullet("plan", 1, "기계금속제조업의 산업고도화를 지원할 공동작업장 조성"),
        _bullet("plan", 1, "신산업 융합 R&D 지원, 협업 지원을 통한 시제품 제작 거점 조성"),
        _head("plan", RENEWAL),
        _group("plan", "문래 기계금속제조업 역량강화를 통한 산업재생"),
        _bullet("plan", 1, "영등포 경인로 주변 도시재생 역량강화"),
        _bullet("plan", 2, "도시재생 역량강화에 필요한 프로그램 개발 및 운영"),
        _bullet("plan", 2, "산업혁신 앵커시설의 효율적 운영을 위한 산업재생 관련 교육 시행 등"),
        _bullet("plan", 2, "메이커스페이스 기획 및 운영자 교육 및 산업 관련 탐방 등"),
        _bullet("plan", 1, "영등포 경인로 주변 도시재생 산업 활성화"),
        _bullet("plan", 2, "기계금속제조업을 자생력 있는 새로운 콘텐츠로 도약시키기 위한 산업기반 조성"),
        _bullet("plan", 2, "문래동 산업 제품화 프로젝트 교육 시행 및 제품 상품화 지원"),
        _bullet("plan", 1, "산학멘토링 프로그램 운영"),
        _bullet("plan", 2, "도시재생 활성화를 위한 제조업 경쟁력 강화 활동 지원"),
        _bullet("plan", 2, "창업교육, 현장실습 및 인력양성 교육 프로그램 협력"),
        _bullet("plan", 2, "대학보유 우수기술 사업화 협력, 기술사업화 협력 네트워크 구축 등"),
        _group("plan", "산업고도화 위한 제조환경 인프라 개선"),
        _bullet("plan", 1, "클린사업장 스마트한 제조환경 조성, 첨단장비, 산업생태계 협업체계 구축"),
        _bullet("plan", 1, "홍보·수출·유통·특허까지 원스탑 지원체계 구축"),
    ]


def _first_performance() -> list[Block]:
    bought, eased = point("'18. 5.", "2018-05"), point("'19. 12. 3.", "2019-12-03")
    both = "앵커시설 매입(市): '18. 5. / 정비구역 내 앵커시설 건축행위 완화(구): '19. 12. 3."
    deeds = (Deed("앵커시설 매입(市)", bought), Deed("정비구역 내 앵커시설 건축행위 완화(구)", eased))
    change = "문래동1~4가 도시정비형 재개발 구역 변경 지정 및 정비계획 변경(안) 공람공고"
    start, middle = f"{_SERVICE} 착수보고회 개최", f"{_SERVICE} 중간보고회"
    second, residents = f"{_SERVICE} 중간보고회(2차) 및 전문가 자문 시행", f"{_SERVICE} 주민설명회"
    notice = span("'19. 9. 26. ~ 10. 28.", "2019-09-26", "2019-10-28")
    design, works = "앵커시설 신축공사 실시설계(시)", "앵커시설 공사(구)"
    return [
        _section("performance", "추진실적"),
        _head("performance", SPACE),
        _deed(1, f"{start}: '18. 7.", start, point("'18. 7.", "2018-07")),
        _deed(1, f"{middle}: '19. 4.", middle, point("'19. 4.", "2019-04")),
        _deed(1, f"{second}: '19. 7.", second, point("'19. 7.", "2019-07")),
        _deed(1, f"{residents}: '19. 9. 25.", residents, point("'19. 9. 25.", "2019-09-25")),
        _deed(1, f"{change}: '19. 9. 26. ~ 10. 28.", change, notice),
        _deed(1, "구의회 의견청취: '20. 6. 19.", "구의회 의견청취", point("'20. 6. 19.", "2020-06-19")),
        _head("performance", ANCHOR),
        Item("bullet", "performance", both, "-", 1, (bought, eased), (), deeds),
        _deed(1, f"{design}: '20. 1. ~ 5.", design, span("'20. 1. ~ 5.", "2020-01", "2020-05")),
        _deed(1, f"{works}: '20. 8. ~ '21. 8.", works, span("'20. 8. ~ '21. 8.", "2020-08", "2021-08")),
    ]


def _second_performance() -> list[Block]:
    club = "도시재생 1호 비영리단체 「문래동 도시재생사업 장인 운영위원회」 설립·운영"
    contest, fair = "도시재생 주민공모사업 추진: 18개 사업, 97,000천원 지원", "도시재생 콘퍼런스 개최"
    party = "도시재생 추진성과 공유 및 네트워킹 파티(포럼, 참여 프로그램, 공모사업 전시 등)"
    training, tour = (
        "도시재생 역량강화 교육 운영(총 80여회)",
        "도시재생 탐방, 고부가가치 사업(방위산업, 제품 연구개발) 관련 교육, 박람회 견학 추진",
    )
    product = "산업제품화지원 및 기획(크라우드펀딩 지원)용역 추진"
    funding = "크라우드펀딩 교육 시행 및 제품 상품화 지원, 2개 팀 지원 펀딩 2,000% 달성"
    funded = "클라우드펀딩 교육 시행 및 제품 상품화 지원, 4개팀 클라우드 펀딩 완료"
    market, exhibit = "기계금속제조업 판로개척 지원사업", "9개 업체 제품박람회 참가 지원"
    y2018, y2019, y2020 = (point(f"{year}년", str(year)) for year in (2018, 2019, 2020))
    days = span(
        "20.6.17.(수)~6.20.(토) [4일간]", "2020-06-17", "2020-06-20", weekday_ok=True, duration_ok=True,
    )  # fmt: skip
    council = "산학협력 협의체 구성 및 운영"
    workshop = "총 워크숍 및 실무회의(6회), 박람회 견학, 시제품제작비 지원(한양대 약 1,000만원)"
    return [
        _head("performance", RENEWAL),
        _group("performance", "문래 기계금속제조업 역량강화를 통한 산업재생"),
        _bullet("performance", 1, "영등포 경인로 주변 도시재생 역량강화"),
        _deed(2, f"{club}: '18. 2.~", club, since("'18. 2.~", "2018-02")),
        _deed(2, f"2018년 {contest}", contest, y2018, _count("18개", 18, "개"), _won("97,000천원", 97_000_000)),
        _deed(2, f"{fair}: '18. 12. 7.", fair, point("'18. 12. 7.", "2018-12-07")),
        _deed(2, party, party),
        _deed(
            2, f"{training}: '18. 2. ~ '19. 12.", training,
            _count("80여회", 80, "회", approx=True), span("'18. 2. ~ '19. 12.", "2018-02", "2019-12"),
        ),
        _deed(2, tour, tour),
        _bullet("performance", 1, "영등포 경인로 주변 도시재생 산업 활성화"),
        _deed(2, f"(2019년) {product}: '19. 2. ~ 12.", product, y2019, span("'19. 2. ~ 12.", "2019-02", "2019-12")),
        _deed(2, funding, funding, _count("2개", 2, "개"), _count("2,000%", 2000, "%")),
        _deed(2, f"(2020년) {product}: '20. 4. ~ 11.", product, y2020, span("'20. 4. ~ 11.", "2020-04", "2020-11")),
        _deed(1, funded, funded, _count("4개팀", 4, "개")),
        _deed(1, f"(2020년) {market}: '20. 1. ~ 6.", market, y2020, span("'20. 1. ~ 6.", "2020-01", "2020-06")),
        _deed(2, f"{days.raw}, {exhibit}", exhibit, days, _count("9개", 9, "개")),
        _bullet("performance", 1, "산학멘토링 프로그램 운영"),
        _deed(2, f"{council}: '19. 3. ~ 12.", council, span("'19. 3. ~ 12.", "2019-03", "2019-12")),
        _deed(2, workshop, workshop, _count("6회", 6, "회"), _won("약 1,000만원", 10_000_000, approx=True)),
        *_third_performance(y2019, y2020),
    ]  # fmt: skip


def _third_performance(y2019: When, y2020: When) -> list[Block]:
    clean = "클린사업장 지원 사업: 총 29개 사업체 집진기 설치 완료"
    signs = "문래 기계금속 집적지구 스토리텔링형 안내사인 2개소 설치 완료"
    more = "클린사업장 지원 사업: 83개 사업체 집진기 설치 완료"
    boards = "경인로 일대 간판개선사업 : 80개 사업체 간판개선 완료"
    return [
        _group("performance", "산업고도화 위한 제조환경 인프라 개선"),
        _deed(1, f"(2019년) {clean}", clean, y2019, _count("29개", 29, "개")),
        _deed(1, f"(2020년) {signs}", signs, y2020, _count("2개소", 2, "개소")),
        _deed(1, more, more, _count("83개", 83, "개")),
        _deed(1, boards, boards, _count("80개", 80, "개")),
        Item("caption", "achievement", "(2020. 12. 기준)", None, 1, (point("2020. 12.", "2020-12"),)),
        results(),
    ]


def real_card() -> Card:
    """Card 25 of 영등포구, `경인·문래 테크노(퓨처)밸리 미래4차산업 거점 육성`."""
    blocks = _overview() + _state() + _plan() + tables() + _first_performance() + _second_performance() + [contacts()]
    return Card(
        "25.",
        25,
        "경인·문래 테크노(퓨처)밸리 미래4차산업 거점 육성",
        _choices(),
        tuple(blocks),
        department="도시재생과",
        municipality="서울특별시 영등포구",
        as_of=date(2020, 12, 31),
        issues=("choice.contradiction",),
        notes=("label.fuzzy", "date.outside_term"),
    )
