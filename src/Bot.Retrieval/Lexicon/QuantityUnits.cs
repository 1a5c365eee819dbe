using System.Collections.Frozen;

namespace Bot.Retrieval.Lexicon;

/// <summary>What amounts are counted in, with one name for both languages.</summary>
internal static class QuantityUnits
{
    private const int LongestChinese = 5;

    // The name, then its Chinese writings, then its English ones; "_" stands for a blank.
    private const string Table = """
        year|年 周年 岁 年头 整年|year years yr yrs year_old years_old
        month|个月 个多月|month months
        week|周 星期 个星期 礼拜 个礼拜|week weeks
        day|天 日|day days
        hour|小时 个小时 钟头 个钟头|hour hours hr hrs
        minute|分钟|minute minutes min mins
        second|秒 秒钟|second seconds sec secs
        percent|% 个百分点|% percent per_cent percentage_point percentage_points pct
        time|次 倍 回|time times fold
        person|人 名 位|person persons people
        usd|美元 美金|dollar dollars us_dollar us_dollars u.s._dollars usd
        eur|欧元|euro euros eur
        gbp|英镑|pound_sterling pounds_sterling gbp
        cny|元 人民币 元人民币 块 块钱|yuan rmb cny renminbi
        jpy|日元 日圆|yen jpy
        hkd|港元 港币|hong_kong_dollar hong_kong_dollars hkd
        twd|新台币 台币|new_taiwan_dollars twd
        krw|韩元|won krw
        rub|卢布|ruble rubles rouble roubles
        inr|卢比|rupee rupees
        cad|加元|canadian_dollars cad
        aud|澳元|australian_dollars aud
        chf|瑞士法郎|swiss_francs chf
        franc|法郎|franc francs
        mark|马克|mark marks
        kilometer|公里 千米 km|kilometer kilometers kilometre kilometres km
        meter|米 公尺|meter meters metre metres m
        centimeter|厘米 公分 cm|centimeter centimeters centimetre centimetres cm
        millimeter|毫米 mm|millimeter millimeters millimetre millimetres mm
        nanometer|纳米|nanometer nanometers nm
        mile|英里 哩|mile miles mi
        nautical-mile|海里|nautical_mile nautical_miles
        foot|英尺 呎|foot feet ft
        inch|英寸 吋|inch inches
        yard|码|yard yards
        light-year|光年|light_year light_years lightyear lightyears light-years light-year
        km2|平方公里 平方千米|square_kilometer square_kilometers square_kilometre square_kilometres sq_km km2 km²
        m2|平方米|square_meter square_meters square_metre square_metres sq_m m2 m²
        mi2|平方英里|square_mile square_miles sq_mi
        ft2|平方英尺|square_foot square_feet sq_ft
        m3|立方米|cubic_meter cubic_meters cubic_metre cubic_metres m3 m³
        hectare|公顷|hectare hectares ha
        acre|英亩|acre acres
        mu|亩|mu
        kilogram|公斤 千克 kg|kilogram kilograms kg kilo kilos
        gram|克|gram grams
        milligram|毫克 mg|milligram milligrams mg
        ton|吨 公吨|ton tons tonne tonnes metric_ton metric_tons
        pound|磅|pound pounds lb lbs
        ounce|盎司|ounce ounces oz
        liter|升 公升|liter liters litre litres
        milliliter|毫升 ml|milliliter milliliters millilitre millilitres ml
        gallon|加仑|gallon gallons
        celsius|摄氏度 ℃ °c|degrees_celsius degree_celsius °c ℃ degrees_c
        fahrenheit|华氏度 ℉ °f|degrees_fahrenheit °f ℉ degrees_f
        degree|度|degree degrees °
        kw|千瓦|kilowatt kilowatts kw
        mw|兆瓦|megawatt megawatts mw
        watt|瓦|watt watts
        volt|伏 伏特|volt volts
        hz|赫兹|hertz hz
        kb|kb|kb kilobyte kilobytes
        mb|mb 兆字节|mb megabyte megabytes
        gb|gb|gb gigabyte gigabytes
        tb|tb|tb terabyte terabytes
        vote|票|vote votes
        country|国 个国家 国家|country countries
        page|页|page pages
        floor|层 层楼|floor floors story stories storey storeys
        household|户|household households
        """;

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> ChineseUnits = Read(column: 1);
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> EnglishUnits = Read(column: 2);

    private static readonly (string Sign, string Unit)[] Signs =
    [
        ("us$", "usd"), ("hk$", "hkd"), ("nt$", "twd"), ("a$", "aud"), ("c$", "cad"), ("$", "usd"), ("€", "eur"), ("£", "gbp"), ("¥", "cny"),
        ("usd", "usd"), ("eur", "eur"), ("gbp", "gbp"), ("rmb", "cny"), ("cny", "cny"), ("人民币", "cny"),
    ];

    /// <summary>The unit written behind a number, and where it ends; null, and the start, where there is none.</summary>
    public static string? At(QuantityText text, int start, out int end)
    {
        if (Chinese(text, start, out end) is { } chinese)
        {
            return chinese;
        }
        Span<char> buffer = stackalloc char[32];
        string? found = null;
        var length = 0;
        var position = text.SkipJoint(start);
        end = start;
        for (var words = 0; words < 3; words++)
        {
            var wordEnd = position;
            while (IsUnitCharacter(text[wordEnd]) && wordEnd - position < 16)
            {
                wordEnd++;
            }
            if (wordEnd == position || IsUnitCharacter(text[wordEnd]) || length + wordEnd - position + 1 > buffer.Length)
            {
                break;
            }
            if (words > 0)
            {
                buffer[length++] = ' ';
            }
            for (var i = position; i < wordEnd; i++)
            {
                buffer[length++] = text[i];
            }
            if (EnglishUnits.TryGetValue(buffer[..length], out var unit))
            {
                (found, end) = (unit, wordEnd);
            }
            position = text.SkipJoint(wordEnd);
        }
        return found;
    }

    /// <summary>The currency written before an amount: $, US$, RMB.</summary>
    public static string? CurrencyAt(QuantityText text, int start, out int end)
    {
        foreach (var (sign, unit) in Signs)
        {
            if (text.At(start, sign))
            {
                end = text.SkipBlanks(start + sign.Length);
                return unit;
            }
        }
        end = start;
        return null;
    }

    private static string? Chinese(QuantityText text, int start, out int end)
    {
        var position = text.SkipBlanks(start);
        // 2000多年, 三十余人, 7个年头
        position += text[position] is '多' or '余' ? 1 : 0;
        Span<char> buffer = stackalloc char[LongestChinese];
        for (var i = 0; i < LongestChinese; i++)
        {
            buffer[i] = text[position + i];
        }
        for (var length = LongestChinese; length > 0; length--)
        {
            var last = buffer[length - 1];
            if (ChineseUnits.TryGetValue(buffer[..length], out var unit) && !(char.IsAsciiLetter(last) && char.IsAsciiLetter(text[position + length])))
            {
                end = position + length;
                return unit;
            }
        }
        end = start;
        return null;
    }

    private static bool IsUnitCharacter(char character) => char.IsAsciiLetter(character) || character is '%' or '°' or '²' or '³' or '℃' or '℉';

    private static FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Read(int column) => Table
        .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split('|'))
        .SelectMany(row => row[column].Split(' ').Select(writing => (Writing: writing.Replace('_', ' '), Unit: row[0])))
        .ToFrozenDictionary(pair => pair.Writing, pair => pair.Unit)
        .GetAlternateLookup<ReadOnlySpan<char>>();
}
