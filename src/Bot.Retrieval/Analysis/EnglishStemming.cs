using System.Buffers;

namespace Bot.Retrieval.Analysis;

/// <summary>One word on its way through Porter2's steps. The names of steps and regions are the algorithm's own.</summary>
internal ref struct EnglishStemming
{
    // A y that acts as a consonant is kept as Y until the end.
    private const char ConsonantY = 'Y';

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    private readonly Span<char> _word;
    private int _length;
    private int _region1;
    private int _region2;

    public EnglishStemming(Span<char> word)
    {
        _word = word;
        _length = word.Length;
    }

    public int Run()
    {
        RemoveLeadingApostrophe();
        MarkConsonantY();
        MarkRegions();
        Step1A();
        if (!EnglishStemmerExceptions.IsWholeAfterPlural(_word[.._length]))
        {
            Step1B();
            Step1C();
            Step2();
            Step3();
            Step4();
            Step5();
        }
        _word[.._length].Replace(ConsonantY, 'y');
        return _length;
    }

    private void RemoveLeadingApostrophe()
    {
        if (_word[0] == '\'')
        {
            _word[1..].CopyTo(_word);
            _length--;
        }
    }

    private readonly void MarkConsonantY()
    {
        for (var i = 0; i < _length; i++)
        {
            if (_word[i] == 'y' && (i == 0 || IsVowel(_word[i - 1])))
            {
                _word[i] = ConsonantY;
            }
        }
    }

    private void MarkRegions()
    {
        _region1 = EnglishStemmerExceptions.FirstRegionStart(_word[.._length]);
        if (_region1 == 0)
        {
            _region1 = AfterFirstVowelAndConsonant(0);
        }
        _region2 = AfterFirstVowelAndConsonant(_region1);
    }

    private readonly int AfterFirstVowelAndConsonant(int from)
    {
        for (var i = from; i < _length - 1; i++)
        {
            if (IsVowel(_word[i]) && !IsVowel(_word[i + 1]))
            {
                return i + 2;
            }
        }
        return _length;
    }

    // Apostrophes and plurals.
    private void Step1A()
    {
        _ = TryReplace("'s'", "") || TryReplace("'s", "") || TryReplace("'", "");
        if (TryReplace("sses", "ss"))
        {
            return;
        }
        if (EndsWith("ied") || EndsWith("ies"))
        {
            _length -= _length > 4 ? 2 : 1;
        }
        else if (EndsWith("s") && !EndsWith("us") && !EndsWith("ss") && _length >= 2 && HasVowelBefore(_length - 2))
        {
            _length--;
        }
    }

    private void Step1B()
    {
        if (EndsWith("eed") || EndsWith("eedly"))
        {
            var suffix = EndsWith("eed") ? 3 : 5;
            if (_length - suffix >= _region1)
            {
                _length = _length - suffix + 2;
            }
            return;
        }
        var ending = EndsWith("ingly") ? 5 : EndsWith("edly") ? 4 : EndsWith("ing") ? 3 : EndsWith("ed") ? 2 : 0;
        if (ending == 0 || !HasVowelBefore(_length - ending))
        {
            return;
        }
        _length -= ending;
        if (EndsWith("at") || EndsWith("bl") || EndsWith("iz"))
        {
            _word[_length++] = 'e';
        }
        else if (EndsWithDouble())
        {
            _length--;
        }
        else if (_length == _region1 && EndsInShortSyllable(_length))
        {
            _word[_length++] = 'e';
        }
    }

    private readonly void Step1C()
    {
        if (_length > 2 && _word[_length - 1] is 'y' or ConsonantY && !IsVowel(_word[_length - 2]))
        {
            _word[_length - 1] = 'i';
        }
    }

    private void Step2()
    {
        // The longest ending counts, even when its rule then doesn't apply.
        _ = TryInRegion1("ational", "ate") || TryInRegion1("fulness", "ful") || TryInRegion1("iveness", "ive")
            || TryInRegion1("ization", "ize") || TryInRegion1("ousness", "ous") || TryInRegion1("biliti", "ble")
            || TryInRegion1("lessli", "less") || TryInRegion1("tional", "tion") || TryInRegion1("alism", "al")
            || TryInRegion1("aliti", "al") || TryInRegion1("ation", "ate") || TryInRegion1("entli", "ent")
            || TryInRegion1("fulli", "ful") || TryInRegion1("iviti", "ive") || TryInRegion1("ousli", "ous")
            || TryInRegion1("abli", "able") || TryInRegion1("alli", "al") || TryInRegion1("anci", "ance")
            || TryInRegion1("ator", "ate") || TryInRegion1("enci", "ence") || TryInRegion1("izer", "ize")
            || TryInRegion1("bli", "ble") || TryOgi() || TryLi();
    }

    private bool TryOgi()
    {
        if (!EndsWith("ogi"))
        {
            return false;
        }
        if (_length - 3 >= _region1 && _length > 3 && _word[_length - 4] == 'l')
        {
            _length--;
        }
        return true;
    }

    private bool TryLi()
    {
        if (EndsWith("li") && _length - 2 >= _region1 && _length > 2 && "cdeghkmnrt".Contains(_word[_length - 3]))
        {
            _length -= 2;
        }
        return true;
    }

    private void Step3()
    {
        if (EndsWith("ative"))
        {
            if (_length - 5 >= _region1 && _length - 5 >= _region2)
            {
                _length -= 5;
            }
            return;
        }
        _ = TryInRegion1("ational", "ate") || TryInRegion1("tional", "tion") || TryInRegion1("alize", "al")
            || TryInRegion1("icate", "ic") || TryInRegion1("iciti", "ic") || TryInRegion1("ical", "ic")
            || TryInRegion1("ness", "") || TryInRegion1("ful", "");
    }

    private void Step4()
    {
        _ = TryInRegion2("ement") || TryInRegion2("able") || TryInRegion2("ance") || TryInRegion2("ence")
            || TryInRegion2("ible") || TryInRegion2("ment") || TryInRegion2("ant") || TryInRegion2("ate")
            || TryInRegion2("ent") || TryIon() || TryInRegion2("ism") || TryInRegion2("iti") || TryInRegion2("ive")
            || TryInRegion2("ize") || TryInRegion2("ous") || TryInRegion2("al") || TryInRegion2("er") || TryInRegion2("ic");
    }

    private bool TryIon()
    {
        if (!EndsWith("ion"))
        {
            return false;
        }
        if (_length - 3 >= _region2 && _length > 3 && _word[_length - 4] is 's' or 't')
        {
            _length -= 3;
        }
        return true;
    }

    private void Step5()
    {
        if (EndsWith("e"))
        {
            if (_length - 1 >= _region2 || (_length - 1 >= _region1 && !EndsInShortSyllable(_length - 1)))
            {
                _length--;
            }
        }
        else if (EndsWith("ll") && _length - 1 >= _region2)
        {
            _length--;
        }
    }

    private bool TryReplace(string suffix, string replacement)
    {
        if (!EndsWith(suffix))
        {
            return false;
        }
        Replace(suffix, replacement);
        return true;
    }

    /// <summary>Whether the word ends so; replaced only where the ending stands in the first region.</summary>
    private bool TryInRegion1(string suffix, string replacement)
    {
        if (!EndsWith(suffix))
        {
            return false;
        }
        if (_length - suffix.Length >= _region1)
        {
            Replace(suffix, replacement);
        }
        return true;
    }

    private bool TryInRegion2(string suffix)
    {
        if (!EndsWith(suffix))
        {
            return false;
        }
        if (_length - suffix.Length >= _region2)
        {
            Replace(suffix, "");
        }
        return true;
    }

    private void Replace(string suffix, string replacement)
    {
        _length -= suffix.Length;
        replacement.CopyTo(_word[_length..]);
        _length += replacement.Length;
    }

    private readonly bool EndsWith(string suffix) => _word[.._length].EndsWith(suffix);

    private readonly bool EndsWithDouble() =>
        _length >= 2 && _word[_length - 1] == _word[_length - 2] && "bdfgmnprt".Contains(_word[_length - 1]);

    private readonly bool HasVowelBefore(int end) => end > 0 && _word[..end].ContainsAny(Vowels);

    private readonly bool EndsInShortSyllable(int end)
    {
        if (end == 2)
        {
            return IsVowel(_word[0]) && !IsVowel(_word[1]);
        }
        return end > 2
            && !IsVowel(_word[end - 3])
            && IsVowel(_word[end - 2])
            && !IsVowel(_word[end - 1])
            && _word[end - 1] is not ('w' or 'x' or ConsonantY);
    }

    private static bool IsVowel(char character) => character is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
}
